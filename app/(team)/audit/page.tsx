import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/team/audit/audit-filters";
import { AuditTable } from "@/components/team/audit/audit-table";
import { ChainStatus } from "@/components/team/audit/chain-status";
import { PageFrame } from "@/components/team/page-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { ANY_ACTION } from "@/lib/audit/any-action";
import { auditOverview } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import { requireViewer } from "@/lib/auth/page-viewer";
import { auditAction } from "@/lib/i18n/audit-action";
import { isAllowed } from "@/lib/permissions/require-permission";
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
  const query = AuditQuery.parse(await searchParams);
  const filtered = Object.values(query).some((part) => part !== undefined);
  const [t, locale] = await Promise.all([getTranslations("audit"), getLocale()]);
  const { page, actions, count, verified } = await auditOverview(context, query, locale);
  // What is looked for begins the list, and the form, anew.
  const key = JSON.stringify(query);
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      {count === 0 ? (
        <EmptyState icon={<ScrollText aria-hidden="true" />} title={t("emptyTitle")}>
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <>
          <ChainStatus count={count} verified={verified} verify={verifyTeamAudit} />
          <AuditFilters
            key={key}
            query={query}
            filtered={filtered}
            anyAction={ANY_ACTION}
            actions={actions.map((value) => ({ value, label: auditAction(value, locale) }))}
          />
          {page.entries.length === 0 ? (
            <Notice>
              {t("none")}{" "}
              <Link href="/audit" className="underline underline-offset-2">
                {t("showAll")}
              </Link>
            </Notice>
          ) : (
            <AuditTable
              key={`${key} ${page.entries[0]?.seq}`}
              initial={page}
              query={query}
              filtered={filtered}
              load={loadAudit}
            />
          )}
        </>
      )}
    </PageFrame>
  );
}
