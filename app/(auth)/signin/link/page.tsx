import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { ConfirmForm } from "@/components/auth/confirm-form";
import { DeadLink } from "@/components/auth/dead-link";
import { EmailForm } from "@/components/auth/email-form";
import { QuietLink } from "@/components/auth/quiet-link";
import { isLinkUsable } from "@/lib/auth/is-link-usable";
import { readLinkBrowser } from "@/lib/auth/link-browser";
import { safePath } from "@/lib/auth/safe-path";
import { database } from "@/lib/database";
import { mailMode } from "@/lib/mail/mail-mode";
import { requestSignInLink, signInByLink } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links.link"))("title") };
}

interface SignInLinkPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** With a token, the link of a mail; without, where one is asked for. */
export default async function SignInLinkPage({ searchParams }: SignInLinkPageProps) {
  if (mailMode() === "off") notFound();
  const { token, callbackUrl: wanted } = await searchParams;
  const callbackUrl = safePath(typeof wanted === "string" ? wanted : null);
  const t = await getTranslations("links");
  if (typeof token !== "string") {
    return (
      <AuthCard title={t("link.title")} intro={t("link.intro")}>
        <EmailForm
          submitLabel={t("link.submit")}
          sent={t("link.sent")}
          callbackUrl={callbackUrl}
          send={requestSignInLink}
        />
        <QuietLink href="/signin">{t("back")}</QuietLink>
      </AuthCard>
    );
  }
  if (!(await isLinkUsable(database(), "link", token, await readLinkBrowser()))) {
    return <DeadLink body={t("link.dead")} href="/signin/link" />;
  }
  return (
    <AuthCard title={t("link.readyTitle")} intro={t("link.ready")}>
      <ConfirmForm label={t("link.signIn")} input={{ token, callbackUrl }} confirm={signInByLink} />
    </AuthCard>
  );
}
