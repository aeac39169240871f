import { findAuditHead } from "@/db/queries/audit-heads";
import { listAuditActions } from "@/db/queries/audits";
import type { Context } from "@/lib/context";
import { auditAction } from "@/lib/i18n/audit-action";
import type { Locale } from "@/lib/i18n/locale";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { AuditQuery } from "./audit-query";
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

export async function auditPage(
  context: Context,
  query: AuditQuery & { beforeSeq?: number | undefined },
  locale: Locale,
): Promise<AuditPage> {
  requirePermission(context.actor, "audit:read");
  const entries = await listAudit(context, context.actor.teamId, { ...query, limit: AUDIT_PAGE_SIZE + 1 });
  const shown = entries
    .slice(0, AUDIT_PAGE_SIZE)
    .map((entry) => ({ ...entry, actionName: auditAction(entry.action, locale) }));
  return {
    entries: shown,
    nextBeforeSeq: entries.length > AUDIT_PAGE_SIZE ? (shown.at(-1)?.seq ?? null) : null,
  };
}

export async function auditOverview(
  context: Context,
  query: AuditQuery,
  locale: Locale,
): Promise<AuditOverview> {
  const { db, actor } = context;
  requirePermission(actor, "audit:read");
  const { teamId } = actor;
  const [page, actions, head] = await Promise.all([
    auditPage(context, query, locale),
    listAuditActions(db, teamId),
    findAuditHead(db, teamId),
  ]);
  const { verifiedSeq = null, verifiedAt = null } = head ?? {};
  const verified =
    verifiedSeq === null || verifiedAt === null ? null : { seq: verifiedSeq, at: verifiedAt.toISOString() };
  return { page, actions, count: head?.seq ?? 0, verified };
}
