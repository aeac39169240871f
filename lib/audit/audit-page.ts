import { findAuditHead } from "@/db/queries/audit-heads";
import { listAuditActions } from "@/db/queries/audits";
import type { Context } from "@/lib/context";
import type { AuditQuery } from "./audit-query";
import { auditScope } from "./audit-scope";
import type { AuditView } from "./audit-view";
import { listAudit } from "./list-audit";

export const AUDIT_PAGE_SIZE = 50;

export interface AuditPage {
  entries: AuditView[];
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
): Promise<AuditPage> {
  const entries = await listAudit(context, context.actor.teamId, { ...query, limit: AUDIT_PAGE_SIZE + 1 });
  const shown = entries.slice(0, AUDIT_PAGE_SIZE);
  return {
    entries: shown,
    nextBeforeSeq: entries.length > AUDIT_PAGE_SIZE ? (shown.at(-1)?.seq ?? null) : null,
  };
}

export async function auditOverview(context: Context, query: AuditQuery): Promise<AuditOverview> {
  const { db, actor } = context;
  const teamId = auditScope(actor, actor.teamId);
  const [page, actions, head] = await Promise.all([
    auditPage(context, query),
    listAuditActions(db, teamId),
    findAuditHead(db, teamId),
  ]);
  const { verifiedSeq = null, verifiedAt = null } = head ?? {};
  const verified =
    verifiedSeq === null || verifiedAt === null ? null : { seq: verifiedSeq, at: verifiedAt.toISOString() };
  return { page, actions, count: head?.seq ?? 0, verified };
}
