import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { OwnerForm } from "@/components/auth/owner-form";
import { Button } from "@/components/ui/button";
import { MIN_CHOSEN_PASSWORD_LENGTH } from "@/lib/auth/new-person";
import { setupStage } from "@/lib/setup/setup-stage";
import { claim } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.owner"))("title") };
}

interface SetupPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  const [t, stage] = await Promise.all([getTranslations("setup"), setupStage(given)]);
  if (stage === "done") return <NoClaim part="done" />;
  if (stage === "wrong_link") return <NoClaim part="wrongLink" />;
  return (
    <AuthCard above={t("step", { step: 1 })} title={t("owner.title")} intro={t("owner.intro")}>
      <OwnerForm token={given} minPasswordLength={MIN_CHOSEN_PASSWORD_LENGTH} claim={claim} />
    </AuthCard>
  );
}

async function NoClaim({ part }: { part: "done" | "wrongLink" }) {
  const t = await getTranslations(`setup.${part}`);
  return (
    <AuthCard title={t("title")} intro={t("body")}>
      <Button asChild variant={part === "done" ? "primary" : "secondary"} size="lg">
        <Link href="/signin">{t("signIn")}</Link>
      </Button>
    </AuthCard>
  );
}
