import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { isTeamless } from "@/lib/auth/is-teamless";
import { pageViewer } from "@/lib/auth/page-viewer";
import { safePath } from "@/lib/auth/safe-path";
import { isSetUp } from "@/lib/setup/setup-stage";
import { signIn } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, erased } = await searchParams;
  const path = safePath(typeof callbackUrl === "string" ? callbackUrl : null);
  if (await pageViewer()) redirect(path);
  const [t, account, ready, teamless] = await Promise.all([
    getTranslations("auth"),
    getTranslations("account.erase"),
    isSetUp(),
    isTeamless(),
  ]);
  return (
    <AuthCard title={t("signIn.title")}>
      {!ready && (
        <Notice tone="warn" title={t("signIn.notSetUpTitle")}>
          {t("signIn.notSetUp")}
        </Notice>
      )}
      {erased !== undefined && (
        <Notice tone="ok" role="status" title={account("doneTitle")}>
          {account("done")}
        </Notice>
      )}
      {teamless && <Notice title={t("inNoTeamTitle")}>{t("inNoTeam")}</Notice>}
      <SignInForm
        signIn={signIn}
        callbackUrl={path}
        initialError={error === undefined ? null : t("signIn.failed")}
      />
      {ready && <p className="text-muted text-sm">{t("signIn.forgot")}</p>}
    </AuthCard>
  );
}
