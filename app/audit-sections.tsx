import { ScrollText } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/team/audit/audit-filters";
import { AuditTable } from "@/components/team/audit/audit-table";
import { ChainStatus } from "@/components/team/audit/chain-status";
import type { LoadAudit } from "@/components/team/audit/use-audit-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { ANY_ACTION } from "@/lib/audit/any-action";
import { auditOverview } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import type { VerifiedAudit } from "@/lib/audit/verify-audit";
import type { Context } from "@/lib/context";
import type { ActionResult } from "@/lib/http/action";
import { auditAction } from "@/lib/i18n/audit-action";
import { toLocale } from "@/lib/i18n/locale";

interface AuditSectionsProps {
  context: Context;
  /** Whose entries: the team's, or INSTANCE_TEAM_ID. */
  teamId: string;
  /** What the page's address asks for. */
  search: Record<string, string | string[]>;
  /** Of the page, and of its export. */
  path: string;
  exportHref: string;
  load: LoadAudit;
  verify: (input: Record<never, never>) => Promise<ActionResult<VerifiedAudit>>;
}

/** The entries of one chain: whether it holds, what is looked for, and what was found. */
export async function AuditSections({
  context,
  teamId,
  search,
  path,
  exportHref,
  load,
  verify,
}: AuditSectionsProps) {
  const query = AuditQuery.parse(search);
  const filtered = Object.values(query).some((part) => part !== undefined);
  const [t, locale] = await Promise.all([getTranslations("audit"), getLocale().then(toLocale)]);
  const { page, actions, count, verified } = await auditOverview(context, teamId, query, locale);
  if (count === 0) {
    return (
      <EmptyState icon={<ScrollText aria-hidden="true" />} title={t("emptyTitle")}>
        {t("emptyBody")}
      </EmptyState>
    );
  }
  // What is looked for begins the list, and the form, anew.
  const key = JSON.stringify(query);
  return (
    <>
      <ChainStatus count={count} verified={verified} verify={verify} exportHref={exportHref} />
      <AuditFilters
        key={key}
        path={path}
        query={query}
        filtered={filtered}
        anyAction={ANY_ACTION}
        actions={actions.map((value) => ({ value, label: auditAction(value, locale) }))}
      />
      {page.entries.length === 0 ? (
        <Notice>
          {t("none")}{" "}
          <Link href={path} className="underline underline-offset-2">
            {t("showAll")}
          </Link>
        </Notice>
      ) : (
        <AuditTable
          key={`${key} ${page.entries[0]?.seq}`}
          path={path}
          initial={page}
          query={query}
          filtered={filtered}
          load={load}
        />
      )}
    </>
  );
}
