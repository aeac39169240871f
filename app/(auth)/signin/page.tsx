import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { isSignUpOpen } from "@/lib/auth/is-sign-up-open";
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
  const { callbackUrl, error } = await searchParams;
  const path = safePath(typeof callbackUrl === "string" ? callbackUrl : null);
  if (await pageViewer()) redirect(path);
  const [t, signUpText, ready, teamless, open] = await Promise.all([
    getTranslations("auth"),
    getTranslations("admin.signUp"),
    isSetUp(),
    isTeamless(),
    isSignUpOpen(),
  ]);
  return (
    <AuthCard title={t("signIn.title")}>
      {!ready && (
        <Notice tone="warn" title={t("signIn.notSetUpTitle")}>
          {t("signIn.notSetUp")}
        </Notice>
      )}
      {teamless && <Notice title={t("inNoTeamTitle")}>{t("inNoTeam")}</Notice>}
      <SignInForm
        signIn={signIn}
        callbackUrl={path}
        initialError={error === undefined ? null : t("signIn.failed")}
      />
      {open && (
        <Link href="/signup" className="w-fit text-sm underline underline-offset-2">
          {signUpText("link")}
        </Link>
      )}
      {ready && <p className="text-muted text-sm">{t("signIn.forgot")}</p>}
    </AuthCard>
  );
}
