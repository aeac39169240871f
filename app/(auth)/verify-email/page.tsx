import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { ConfirmForm } from "@/components/auth/confirm-form";
import { DeadLink } from "@/components/auth/dead-link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isLinkUsable } from "@/lib/auth/is-link-usable";
import { pagePerson } from "@/lib/auth/page-person";
import { database } from "@/lib/database";
import { askToVerify, verifyEmail } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links.verify"))("title") };
}

interface VerifyEmailPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** With a token, the link of a mail; without, where whoever is signed in asks for one. */
export default async function VerifyEmailPage({ searchParams }: VerifyEmailPageProps) {
  const { token } = await searchParams;
  const t = await getTranslations("links.verify");
  if (typeof token !== "string") return <AskToVerify />;
  if (!(await pagePerson())) {
    redirect(
      `/signin?${new URLSearchParams({ callbackUrl: `/verify-email?${new URLSearchParams({ token })}` })}`,
    );
  }
  if (!(await isLinkUsable(database(), "verify", token, undefined))) {
    return <DeadLink body={t("dead")} href="/verify-email" />;
  }
  const done = (
    <div className="flex flex-col gap-4">
      <Notice tone="ok" role="alert">
        {t("done")}
      </Notice>
      <Button asChild variant="primary" size="lg">
        <Link href="/">{t("goOn")}</Link>
      </Button>
    </div>
  );
  return (
    <AuthCard title={t("title")} intro={t("ready")}>
      <ConfirmForm label={t("confirm")} done={done} input={{ token }} confirm={verifyEmail} />
    </AuthCard>
  );
}

async function AskToVerify() {
  const [t, viewer] = await Promise.all([getTranslations("links.verify"), pagePerson()]);
  if (!viewer) redirect("/signin?callbackUrl=%2Fverify-email");
  const done = (
    <Notice tone="ok" role="alert">
      {t("sent")}
    </Notice>
  );
  return (
    <AuthCard title={t("title")} intro={t("intro", { email: viewer.person.email })}>
      <ConfirmForm label={t("send")} done={done} input={undefined} confirm={askToVerify} />
    </AuthCard>
  );
}
