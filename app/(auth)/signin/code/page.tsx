import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { CodeForm } from "@/components/auth/code-form";
import { QuietLink } from "@/components/auth/quiet-link";
import { Button } from "@/components/ui/button";
import { isStepLive } from "@/lib/auth/factors/sign-in-step";
import { readStepCookie } from "@/lib/auth/factors/step-cookie";
import { safePath } from "@/lib/auth/safe-path";
import { database } from "@/lib/database";
import { signInWithCode } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("factor.signIn"))("title") };
}

interface CodePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where who has shown a first factor brings the second. */
export default async function CodePage({ searchParams }: CodePageProps) {
  const { callbackUrl } = await searchParams;
  const t = await getTranslations("factor.signIn");
  if (!(await isStepLive(database(), await readStepCookie()))) {
    return (
      <AuthCard title={t("title")} intro={t("over")}>
        <Button asChild size="lg">
          <Link href="/signin">{t("restart")}</Link>
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("title")} intro={t("intro")}>
      <CodeForm
        callbackUrl={safePath(typeof callbackUrl === "string" ? callbackUrl : null)}
        signIn={signInWithCode}
      />
      <QuietLink href="/signin">{t("restart")}</QuietLink>
    </AuthCard>
  );
}
