import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DownloadLink } from "@/components/account/download-link";
import { EraseForm } from "@/components/account/erase-form";
import { FactorSection } from "@/components/account/factor-section";
import { LookForm } from "@/components/account/look-form";
import { PasswordForm } from "@/components/account/password-form";
import { ProfileForm } from "@/components/account/profile-form";
import { ReadingList } from "@/components/account/reading-list";
import { SessionList } from "@/components/account/session-list";
import { WayList } from "@/components/account/way-list";
import { PageFrame } from "@/components/team/page-frame";
import { Section } from "@/components/team/router/section";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { MAX_NAME_LENGTH } from "@/lib/auth/account-rules";
import { confirmationOf } from "@/lib/auth/confirmation";
import { getMyFactor } from "@/lib/auth/factors/get-my-factor";
import { listMySessions } from "@/lib/auth/list-my-sessions";
import { MIN_CHOSEN_PASSWORD_LENGTH } from "@/lib/auth/new-person";
import { owesConfirmation } from "@/lib/auth/owes-confirmation";
import { requirePerson } from "@/lib/auth/page-person";
import { isPlaceholder } from "@/lib/auth/placeholder-address";
import { listMyReadings, MOST_READINGS } from "@/lib/content/list-my-readings";
import { env } from "@/lib/env";
import { listMyWays } from "@/lib/sign-in/list-my-ways";
import {
  beginFactor,
  beginLink,
  changePassword,
  confirmFactor,
  endOtherSessions,
  endSession,
  eraseMe,
  removeMyWay,
  renameMe,
  renewRecoveryCodes,
  switchOffFactor,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

const REFUSALS = ["taken", "late", "unknown"] as const;

interface AccountPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const { added, refused } = await searchParams;
  const { context, person, sessionId } = await requirePerson();
  const [t, factorText, factor, sessions, ways, readings, isUnconfirmed] = await Promise.all([
    getTranslations("account"),
    getTranslations("factor.section"),
    getMyFactor(context),
    listMySessions(context, sessionId),
    listMyWays(context),
    listMyReadings(context),
    owesConfirmation(context.db, person.id),
  ]);
  const withPassword = ways.password;
  const isAdded = ways.methods.some(({ id, lastUsedAt }) => id === added && lastUsedAt !== null);
  const withProvider = ways.methods.some(({ lastUsedAt }) => lastUsedAt !== null);
  const refusal = REFUSALS.find((known) => known === refused);
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <Section title={t("profile.title")}>
        <ProfileForm
          key={person.name}
          name={person.name}
          email={isPlaceholder(person.email) ? null : person.email}
          maxLength={MAX_NAME_LENGTH}
          save={renameMe}
        />
        {isUnconfirmed && (
          <Notice
            tone="warn"
            action={
              <Button asChild size="sm">
                <Link href="/verify-email">{t("profile.confirm")}</Link>
              </Button>
            }
          >
            {t("profile.unconfirmed")}
          </Notice>
        )}
      </Section>
      <Section title={t("look.title")} hint={t("look.hint")}>
        <LookForm />
      </Section>
      {withPassword && (
        <Section title={t("password.title")}>
          <PasswordForm min={MIN_CHOSEN_PASSWORD_LENGTH} save={changePassword} />
        </Section>
      )}
      {ways.methods.length > 0 && (
        <Section title={t("ways.title")} hint={t("ways.hint")} anchor="ways">
          {isAdded && refusal === undefined && <Notice tone="ok">{t("ways.added")}</Notice>}
          {refusal !== undefined && (
            <Notice tone="danger" role="alert">
              {t(`ways.refused.${refusal}`)}
            </Notice>
          )}
          <WayList ways={ways} begin={beginLink} remove={removeMyWay} />
        </Section>
      )}
      <Section
        title={factorText("title")}
        hint={factorText("hint", { password: String(withPassword), provider: String(withProvider) })}
        anchor="factor"
      >
        <FactorSection
          factor={factor}
          hasPassword={withPassword}
          begin={beginFactor}
          confirm={confirmFactor}
          renew={renewRecoveryCodes}
          switchOff={switchOffFactor}
        />
      </Section>
      <Section
        title={t("sessions.title")}
        hint={t("sessions.hint", { days: env().WYE_SESSION_IDLE_DAYS, password: String(withPassword) })}
      >
        <SessionList sessions={sessions} end={endSession} endOthers={endOtherSessions} />
      </Section>
      <Section
        title={t("readings.title")}
        hint={t("readings.hint", { most: MOST_READINGS })}
        anchor="readings"
      >
        <ReadingList readings={readings} />
      </Section>
      <Section title={t("export.title")} hint={t("export.body")} anchor="export">
        <p className="max-w-measure text-pretty text-muted text-sm leading-relaxed">{t("export.progress")}</p>
        <DownloadLink href="/api/account/export">{t("export.action")}</DownloadLink>
      </Section>
      <Section title={t("erase.title")} hint={t("erase.body")} anchor="erase">
        <EraseForm
          by={confirmationOf({ hasPassword: withPassword, email: person.email })}
          name={person.name}
          erase={eraseMe}
        />
      </Section>
    </PageFrame>
  );
}
