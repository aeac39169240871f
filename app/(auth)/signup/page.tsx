import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { Button } from "@/components/ui/button";
import { isSignUpOpen } from "@/lib/auth/is-sign-up-open";
import { MIN_CHOSEN_PASSWORD_LENGTH } from "@/lib/auth/new-person";
import { pageViewer } from "@/lib/auth/page-viewer";
import { loadFeatures } from "../../load-features";
import { signUp } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.signUp"))("title") };
}

export default async function SignUpPage() {
  if (await pageViewer()) redirect("/");
  const [t, open, features] = await Promise.all([
    getTranslations("admin.signUp"),
    isSignUpOpen(),
    loadFeatures(),
  ]);
  if (!open) {
    return (
      <AuthCard title={t("closedTitle")} intro={t("closed")}>
        <Button asChild size="lg">
          <Link href="/signin">{t("signIn")}</Link>
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("title")} intro={t(features.personal_spaces ? "intro" : "introNoSpace")}>
      <SignUpForm minPasswordLength={MIN_CHOSEN_PASSWORD_LENGTH} signUp={signUp} />
      <Link href="/signin" className="w-fit text-sm underline underline-offset-2">
        {t("signIn")}
      </Link>
    </AuthCard>
  );
}
