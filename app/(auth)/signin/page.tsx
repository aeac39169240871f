import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { MethodButtons } from "@/components/auth/method-buttons";
import { QuietLink } from "@/components/auth/quiet-link";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { isSignUpOpen } from "@/lib/auth/is-sign-up-open";
import { pagePerson } from "@/lib/auth/page-person";
import { pageViewer } from "@/lib/auth/page-viewer";
import { safePath } from "@/lib/auth/safe-path";
import { database } from "@/lib/database";
import { mailMode } from "@/lib/mail/mail-mode";
import { isSetUp } from "@/lib/setup/setup-stage";
import { offeredMethods } from "@/lib/sign-in/offered-methods";
import { signIn } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

const REFUSALS = ["unknown", "unconfirmed", "again"] as const;

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, changed, erased, refused, by } = await searchParams;
  const path = safePath(typeof callbackUrl === "string" ? callbackUrl : null);
  if (await pageViewer()) redirect(path);
  if (await pagePerson()) redirect("/account");
  const [t, account, links, methods, signUpText, offered, ready, open] = await Promise.all([
    getTranslations("auth"),
    getTranslations("account.erase"),
    getTranslations("links"),
    getTranslations("methods"),
    getTranslations("admin.signUp"),
    offeredMethods(database()),
    isSetUp(),
    isSignUpOpen(),
  ]);
  const refusal = REFUSALS.find((known) => known === refused);
  const first = refused === "renew" ? offered.find(({ id }) => id === by) : undefined;
  return (
    <AuthCard title={t("signIn.title")}>
      {!ready && (
        <Notice tone="warn" title={t("signIn.notSetUpTitle")}>
          {t("signIn.notSetUp")}
        </Notice>
      )}
      {changed === "password" && <Notice tone="ok">{links("passwordChanged")}</Notice>}
      {erased !== undefined && (
        <Notice tone="ok" role="status" title={account("doneTitle")}>
          {account("done")}
        </Notice>
      )}
      {refusal !== undefined && (
        <Notice tone="danger" role="alert">
          {methods(`refused.${refusal}`)}
        </Notice>
      )}
      {first !== undefined && (
        <Notice tone="warn" role="alert">
          {methods("refused.renew", { name: first.name })}
        </Notice>
      )}
      <SignInForm
        signIn={signIn}
        callbackUrl={path}
        initialError={
          error === undefined ? null : error === "CredentialsSignin" ? t("signIn.failed") : methods("failed")
        }
      />
      {offered.length > 0 && (
        <>
          <p className="text-center text-muted text-sm">{methods("or")}</p>
          <MethodButtons methods={offered} callbackUrl={path} />
        </>
      )}
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
