import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { QuietLink } from "@/components/auth/quiet-link";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { isSignUpOpen } from "@/lib/auth/is-sign-up-open";
import { isTeamless } from "@/lib/auth/is-teamless";
import { pageViewer } from "@/lib/auth/page-viewer";
import { safePath } from "@/lib/auth/safe-path";
import { mailMode } from "@/lib/mail/mail-mode";
import { isSetUp } from "@/lib/setup/setup-stage";
import { signIn } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, changed } = await searchParams;
  const path = safePath(typeof callbackUrl === "string" ? callbackUrl : null);
  if (await pageViewer()) redirect(path);
  const [t, links, signUpText, ready, teamless, open] = await Promise.all([
    getTranslations("auth"),
    getTranslations("links"),
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
      {changed === "password" && <Notice tone="ok">{links("passwordChanged")}</Notice>}
      {teamless && <Notice title={t("inNoTeamTitle")}>{t("inNoTeam")}</Notice>}
      <SignInForm
        signIn={signIn}
        callbackUrl={path}
        initialError={error === undefined ? null : t("signIn.failed")}
      />
      {ready && mailMode() === "off" && <p className="text-muted text-sm">{t("signIn.forgot")}</p>}
      {ready && mailMode() !== "off" && (
        <nav aria-label={links("otherWays")} className="flex flex-col gap-2">
          <QuietLink
            href={`/signin/link${path === "/" ? "" : `?${new URLSearchParams({ callbackUrl: path })}`}`}
          >
            {links("byMail")}
          </QuietLink>
          <QuietLink href="/forgot-password">{links("forgotten")}</QuietLink>
        </nav>
      )}
      {open && <QuietLink href="/signup">{signUpText("link")}</QuietLink>}
    </AuthCard>
  );
}
