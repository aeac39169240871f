import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { HoldForm } from "@/components/team/policy/hold-form";
import { HoldList } from "@/components/team/policy/hold-list";
import { RetentionForm } from "@/components/team/policy/retention-form";
import { Section } from "@/components/team/router/section";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { getRetention } from "@/lib/policy/get-retention";
import { ForbiddenPage } from "../../forbidden-page";
import { PolicyTabs } from "../policy-tabs";
import { liftHold, previewRetention, setHold, setRetention } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policy.retention"))("title") };
}

export default async function RetentionPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "policy:read")) return <ForbiddenPage viewer={viewer} />;
  const [t, format, { days, next, teamHeld, holds }] = await Promise.all([
    getTranslations("policy"),
    getFormatter(),
    getRetention(context),
  ]);
  const mayWrite = isAllowed(context.actor, "policy:write");
  const said = (count: number | null) =>
    count === null ? t("retention.kept") : t("retention.deleted", { days: count });
  return (
    <PageFrame title={t("retention.title")} intro={t("retention.intro")}>
      <PolicyTabs current="retention" />
      <Section title={t("retention.chats")}>
        <p className="text-sm">{said(days)}</p>
        {next && (
          <Notice tone="warn" title={said(next.days)} role="status">
            {t("retention.from", {
              at: format.dateTime(next.from, { dateStyle: "medium", timeStyle: "short" }),
            })}
          </Notice>
        )}
        {teamHeld && <Notice tone="neutral">{t("retention.teamHeld")}</Notice>}
        {mayWrite && (
          <RetentionForm
            key={`${days} ${next?.days}`}
            days={next ? next.days : days}
            before={next ? { days } : null}
            preview={previewRetention}
            save={setRetention}
          />
        )}
      </Section>
      {isAllowed(context.actor, "hold:write") && (
        <Section title={t("holds.title")} hint={t("holds.intro")}>
          <HoldList
            holds={holds.map((hold) => ({
              ...hold,
              since: format.dateTime(hold.createdAt, { dateStyle: "medium" }),
              until: hold.liftedAt && format.dateTime(hold.liftedAt, { dateStyle: "medium" }),
            }))}
            lift={liftHold}
          />
          <HoldForm set={setHold} />
        </Section>
      )}
    </PageFrame>
  );
}
