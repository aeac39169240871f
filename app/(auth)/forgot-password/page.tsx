import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { EmailForm } from "@/components/auth/email-form";
import { QuietLink } from "@/components/auth/quiet-link";
import { mailMode } from "@/lib/mail/mail-mode";
import { requestReset } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links.forgot"))("title") };
}

export default async function ForgotPasswordPage() {
  if (mailMode() === "off") notFound();
  const t = await getTranslations("links");
  return (
    <AuthCard title={t("forgot.title")} intro={t("forgot.intro")}>
      <EmailForm
        submitLabel={t("forgot.submit")}
        sent={t("forgot.sent")}
        callbackUrl="/"
        send={requestReset}
      />
      <QuietLink href="/signin">{t("back")}</QuietLink>
    </AuthCard>
  );
}
