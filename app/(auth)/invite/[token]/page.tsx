import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AcceptButton } from "@/components/auth/accept-button";
import { AuthCard } from "@/components/auth/auth-card";
import { JoinForm } from "@/components/auth/join-form";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { currentPerson } from "@/lib/auth/current-person";
import { MIN_CHOSEN_PASSWORD_LENGTH } from "@/lib/auth/new-person";
import { database } from "@/lib/database";
import { type OpenInvitation, readInvitation } from "@/lib/invitations/read-invitation";
import { acceptInvitation, joinAsNew, signOut } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  // The address is the secret, and a title is kept in a browser's history beside it.
  return { title: (await getTranslations("people.nav"))("invitations") };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, holder, invitation] = await Promise.all([
    getTranslations("people.invite"),
    currentPerson(),
    readInvitation(database(), token),
  ]);
  if (!invitation) return <Invalid isSignedIn={holder !== null} />;
  const roles = await getTranslations("people.roles");
  const { team, groupName, email } = invitation;
  const role = roles(invitation.role);
  const intro = groupName === null ? t("intro", { role }) : t("introGroup", { role, group: groupName });
  return (
    <AuthCard title={t("title", { team: team.name })} intro={intro}>
      {holder ? (
        <SignedIn token={token} invitation={invitation} email={holder.person.email} />
      ) : (
        <>
          <JoinForm
            token={token}
            email={email}
            minPasswordLength={MIN_CHOSEN_PASSWORD_LENGTH}
            join={joinAsNew}
          />
          <Button asChild variant="ghost">
            <Link href={`/signin?${new URLSearchParams({ callbackUrl: `/invite/${token}` })}`}>
              {t("haveAccount")}
            </Link>
          </Button>
        </>
      )}
    </AuthCard>
  );
}

interface SignedInProps {
  token: string;
  invitation: OpenInvitation;
  email: string;
}

async function SignedIn({ token, invitation: { team, email: meant }, email }: SignedInProps) {
  const t = await getTranslations("people.invite");
  if (meant !== null && meant.toLowerCase() !== email.toLowerCase())
    return (
      <>
        <Notice tone="warn">{t("elsewhere", { email: meant })}</Notice>
        <p className="break-all text-muted text-sm">{t("signedInAs", { email })}</p>
        <SignOutButton signOut={signOut} />
      </>
    );
  return (
    <>
      <p className="break-all text-muted text-sm">{t("signedInAs", { email })}</p>
      <AcceptButton token={token} team={team.name} accept={acceptInvitation} />
    </>
  );
}

async function Invalid({ isSignedIn }: { isSignedIn: boolean }) {
  const [t, errors] = await Promise.all([getTranslations("people.invite"), getTranslations("errors")]);
  return (
    <AuthCard title={t("invalidTitle")} intro={errors("invitation_invalid")}>
      <Button asChild size="lg">
        <Link href={isSignedIn ? "/" : "/signin"}>{t(isSignedIn ? "toChat" : "signIn")}</Link>
      </Button>
    </AuthCard>
  );
}
