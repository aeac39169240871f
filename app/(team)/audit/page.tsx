import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { AuditSections } from "../../audit-sections";
import { ForbiddenPage } from "../forbidden-page";
import { loadAudit, verifyTeamAudit } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[]>>;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "audit:read")) return <ForbiddenPage viewer={viewer} />;
  const t = await getTranslations("audit");
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      <AuditSections
        context={context}
        teamId={context.actor.teamId}
        search={await searchParams}
        path="/audit"
        exportHref="/api/audit"
        load={loadAudit}
        verify={verifyTeamAudit}
      />
    </PageFrame>
  );
}
