import { findAuditHead } from "@/db/queries/audit-heads";
import { listAuditActions } from "@/db/queries/audits";
import type { Context } from "@/lib/context";
import { auditAction } from "@/lib/i18n/audit-action";
import type { Locale } from "@/lib/i18n/locale";
import type { AuditQuery } from "./audit-query";
import { auditScope } from "./audit-scope";
import type { AuditView } from "./audit-view";
import { listAudit } from "./list-audit";

export const AUDIT_PAGE_SIZE = 50;

/** With what its action is called. */
export interface ListedEntry extends AuditView {
  actionName: string;
}

export interface AuditPage {
  entries: ListedEntry[];
  /** Where the next page begins, or null at the end. */
  nextBeforeSeq: number | null;
}

export interface AuditOverview {
  page: AuditPage;
  /** Those that occur. */
  actions: string[];
  /** How many entries there are in all. */
  count: number;
  /** Up to which entry the last check found the chain in order; null: it was never checked. */
  verified: { seq: number; at: string } | null;
}

/** @param teamId the actor's own team, or INSTANCE_TEAM_ID for the instance's own entries */
export async function auditPage(
  context: Context,
  teamId: string,
  query: AuditQuery & { beforeSeq?: number | undefined },
  locale: Locale,
): Promise<AuditPage> {
  const entries = await listAudit(context, teamId, { ...query, limit: AUDIT_PAGE_SIZE + 1 });
  const shown = entries
    .slice(0, AUDIT_PAGE_SIZE)
    .map((entry) => ({ ...entry, actionName: auditAction(entry.action, locale) }));
  return {
    entries: shown,
    nextBeforeSeq: entries.length > AUDIT_PAGE_SIZE ? (shown.at(-1)?.seq ?? null) : null,
  };
}

/** @param teamId as for `auditPage` */
export async function auditOverview(
  context: Context,
  teamId: string,
  query: AuditQuery,
  locale: Locale,
): Promise<AuditOverview> {
  const { db, actor } = context;
  const scope = auditScope(actor, teamId);
  const [page, actions, head] = await Promise.all([
    auditPage(context, scope, query, locale),
    listAuditActions(db, scope),
    findAuditHead(db, scope),
  ]);
  const { verifiedSeq = null, verifiedAt = null } = head ?? {};
  const verified =
    verifiedSeq === null || verifiedAt === null ? null : { seq: verifiedSeq, at: verifiedAt.toISOString() };
  return { page, actions, count: head?.seq ?? 0, verified };
}
