import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { DownloadLink } from "@/components/account/download-link";
import { TeamDeletion } from "@/components/account/team-deletion";
import { PageFrame } from "@/components/team/page-frame";
import { Section } from "@/components/team/router/section";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { includesContent } from "@/lib/teams/export-team";
import { TEAM_GRACE_DAYS } from "@/lib/teams/team-grace";
import { PolicyTabs } from "../policy-tabs";
import { deleteTeam, restoreTeam } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.data"))("title") };
}

export default async function TeamDataPage() {
  const { context, team } = await requireViewer();
  const [t, format] = await Promise.all([getTranslations("account.data"), getFormatter()]);
  const frame = { title: t("title"), intro: t("intro", { team: team.name }) };
  if (!isAllowed(context.actor, "team:export")) {
    return (
      <PageFrame {...frame}>
        <PolicyTabs current="data" />
        <Notice>{t("ownersOnly")}</Notice>
      </PageFrame>
    );
  }
  const content = await includesContent(context);
  return (
    <PageFrame {...frame}>
      <PolicyTabs current="data" />
      <Section title={t("export.title")} hint={t("export.body")}>
        <p className="max-w-measure text-pretty text-sm leading-relaxed">
          {t(content ? "export.withContent" : "export.withoutContent")} {t("export.audited")}
        </p>
        <p className="max-w-measure text-pretty text-muted text-sm leading-relaxed">{t("export.progress")}</p>
        <DownloadLink href="/api/team/export">{t("export.action")}</DownloadLink>
      </Section>
      <Section title={t("delete.title")}>
        <TeamDeletion
          team={team.name}
          days={TEAM_GRACE_DAYS}
          deletesOn={team.deletesAt && format.dateTime(team.deletesAt, { dateStyle: "long" })}
          remove={deleteTeam}
          restore={restoreTeam}
        />
      </Section>
    </PageFrame>
  );
}
