import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { AllowSwitch } from "@/components/team/policy/allow-switch";
import { ContentSwitch } from "@/components/team/policy/content-switch";
import { DefaultChoiceForm } from "@/components/team/policy/default-choice-form";
import { NoticeForm } from "@/components/team/policy/notice-form";
import { PolicyText } from "@/components/team/policy/policy-text";
import { Section } from "@/components/team/router/section";
import { requireViewer } from "@/lib/auth/page-viewer";
import { getPicker } from "@/lib/completion/get-picker";
import { toLocale } from "@/lib/i18n/locale";
import { isAllowed } from "@/lib/permissions/require-permission";
import { getTeamPolicy, type TeamPolicyView } from "@/lib/policy/get-team-policy";
import { noticeText } from "@/lib/policy/notice-text";
import { loadFrame } from "../../load-frame";
import { readingText } from "../../reading-text";
import { ForbiddenPage } from "../forbidden-page";
import {
  setContentReading,
  setDefaultChoice,
  setNotice,
  setOutsideLinks,
  setTemporaryChats,
} from "./actions";
import { PolicyTabs } from "./policy-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policy"))("title") };
}

export default async function TeamPage() {
  const viewer = await requireViewer();
  const { context, team } = viewer;
  if (!isAllowed(context.actor, "policy:read")) return <ForbiddenPage viewer={viewer} />;
  const [t, policy] = await Promise.all([getTranslations("policy"), getTeamPolicy(context)]);
  const mayWrite = isAllowed(context.actor, "policy:write");
  return (
    <PageFrame title={t("title")} intro={t(mayWrite ? "intro" : "introReader", { team: team.name })}>
      <PolicyTabs current="settings" />
      {mayWrite ? <Forms policy={policy} /> : <Texts policy={policy} />}
    </PageFrame>
  );
}

async function Forms({ policy }: { policy: TeamPolicyView }) {
  const { context } = await requireViewer();
  const [t, format, locale] = await Promise.all([getTranslations("policy"), getFormatter(), getLocale()]);
  const { models } = await getPicker(context, toLocale(locale));
  const { terms, banner, members } = policy;
  return (
    <>
      <Section title={t("default.title")}>
        <DefaultChoiceForm
          key={JSON.stringify(policy.defaultChoice)}
          choice={policy.defaultChoice}
          models={models.map((model) => ({ ...model, providerName: model.vendorName }))}
          save={setDefaultChoice}
        />
      </Section>
      <Section title={t("temporary.title")}>
        <AllowSwitch about="temporary" allowed={policy.temporaryChats} set={setTemporaryChats} />
      </Section>
      <Section title={t("banner.title")} hint={t("banner.intro")}>
        <NoticeForm key={JSON.stringify(banner)} kind="banner" texts={banner} save={setNotice} />
      </Section>
      <Section title={t("terms.title")} hint={t("terms.intro")}>
        {terms.since && (
          <p className="text-muted text-sm">
            {t("terms.answers", {
              since: format.dateTime(terms.since, { dateStyle: "medium" }),
              ...{ accepted: terms.accepted, declined: terms.declined, members },
            })}
          </p>
        )}
        <NoticeForm
          key={JSON.stringify([terms.en, terms["zh-CN"]])}
          kind="terms"
          texts={{ en: terms.en, "zh-CN": terms["zh-CN"] }}
          save={setNotice}
        />
      </Section>
      <Section title={t("sharing.title")} anchor="sharing">
        <AllowSwitch about="sharing" allowed={policy.outsideLinks} set={setOutsideLinks} />
      </Section>
      <Section title={t("reading.title")} anchor="reading">
        <ContentSwitch on={policy.contentReading} save={setContentReading} />
      </Section>
    </>
  );
}

/** What concerns a member. */
async function Texts({ policy }: { policy: TeamPolicyView }) {
  const { defaultChoice, banner, terms, temporaryChats } = policy;
  const [t, locale, { team }, { reading }] = await Promise.all([
    getTranslations("policy"),
    getLocale(),
    requireViewer(),
    loadFrame(),
  ]);
  const start =
    defaultChoice === null
      ? t("default.starts.none")
      : defaultChoice.kind === "model"
        ? defaultChoice.model
        : t(`default.starts.${defaultChoice.mode}`);
  return (
    <>
      <PolicyText title={t("default.title")}>{start}</PolicyText>
      <PolicyText title={t("temporary.title")}>
        {t(temporaryChats ? "temporary.mayBegin" : "temporary.mayNot")}
      </PolicyText>
      <PolicyText title={t("banner.title")} none={t("banner.none")}>
        {noticeText({ texts: banner }, toLocale(locale))}
      </PolicyText>
      <PolicyText title={t("terms.title")} none={t("terms.none")}>
        {noticeText({ texts: terms }, toLocale(locale))}
      </PolicyText>
      <PolicyText title={t("sharing.title")}>
        {t(policy.outsideLinks ? "sharing.on" : "sharing.off")}
      </PolicyText>
      <PolicyText title={t("reading.title")} anchor="reading">
        {reading ? await readingText(team.name, reading.since) : t("reading.off")}
      </PolicyText>
    </>
  );
}
