import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { DeadLink } from "@/components/auth/dead-link";
import { ResetForm } from "@/components/auth/reset-form";
import { isLinkUsable } from "@/lib/auth/is-link-usable";
import { MIN_CHOSEN_PASSWORD_LENGTH } from "@/lib/auth/new-person";
import { database } from "@/lib/database";
import { resetPassword } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links.reset"))("title") };
}

interface ResetPasswordPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ResetPasswordPage({ searchParams }: ResetPasswordPageProps) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  const t = await getTranslations("links.reset");
  if (!(await isLinkUsable(database(), "reset", given, undefined))) {
    return <DeadLink body={t("dead")} href="/forgot-password" />;
  }
  return (
    <AuthCard title={t("title")} intro={t("intro")}>
      <ResetForm token={given} minPasswordLength={MIN_CHOSEN_PASSWORD_LENGTH} reset={resetPassword} />
    </AuthCard>
  );
}
