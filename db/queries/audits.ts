import { and, asc, desc, eq, gt, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import type { SealedPersonal } from "@/lib/audit/sealed-personal";
import type { Via } from "@/lib/audit/via";
import type { Db } from "../client";
import { audit } from "../schema";

export type AuditRow = typeof audit.$inferSelect;

export interface NewAudit {
  teamId: string;
  id: string;
  actorId: string | null;
  via: Via;
  action: string;
  target: string | null;
  requestId: string;
  before: unknown;
  after: unknown;
  personal: SealedPersonal;
}

/** Appends to the team's chain, whose end stays locked until the transaction ends. */
export async function appendAudit(db: Db, entry: NewAudit): Promise<void> {
  await db.execute(sql`select audit_append(${entry.teamId}, ${entry.id}, ${entry.actorId}, ${entry.via},
    ${entry.action}, ${entry.target}, ${entry.requestId}, ${json(entry.before)}, ${json(entry.after)},
    ${json(entry.personal)})`);
}

const json = (value: unknown): SQL => sql`${JSON.stringify(value ?? null)}::text::jsonb`;

export interface AuditFilter {
  teamId: string;
  action?: string | undefined;
  /** Who acted, one of these. */
  actorIds?: readonly string[] | undefined;
  /** What was acted on, one of these. */
  targets?: readonly string[] | undefined;
  /** The first moment of the period. */
  from?: Date | undefined;
  /** The first moment after it. */
  to?: Date | undefined;
  /** Entries before this place: where the last page ended. */
  beforeSeq?: number | undefined;
}

/** Newest first. */
export async function listAudit(db: Db, filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  return auditQuery(db, filter, limit);
}

/** The same, not yet asked: for whoever wants to know how it would be answered. */
export function auditQuery(db: Db, filter: AuditFilter, limit: number) {
  return db.select().from(audit).where(matches(filter)).orderBy(desc(audit.seq)).limit(limit);
}

/** In the order of the chain, from the entry after `afterSeq`. */
export function listAuditChain(
  db: Db,
  teamId: string,
  { afterSeq, toSeq }: { afterSeq: number; toSeq: number },
  limit: number,
): Promise<AuditRow[]> {
  return db
    .select()
    .from(audit)
    .where(and(eq(audit.teamId, teamId), gt(audit.seq, afterSeq), lte(audit.seq, toSeq)))
    .orderBy(asc(audit.seq))
    .limit(limit);
}

/** The actions that a team's entries are of, by one step in the index for each. */
export async function listAuditActions(db: Db, teamId: string): Promise<string[]> {
  const rows = await db.execute<{ action: string }>(sql`
    with recursive step as (
      (select action from audit where team_id = ${teamId} order by action limit 1)
      union all
      select (select action from audit where team_id = ${teamId} and action > step.action order by action limit 1)
      from step where step.action is not null
    ) select action from step where action is not null`);
  return rows.map(({ action }) => action);
}

function matches(filter: AuditFilter): SQL | undefined {
  const { teamId, action, actorIds, targets, from, to, beforeSeq } = filter;
  return and(
    eq(audit.teamId, teamId),
    action === undefined ? undefined : eq(audit.action, action),
    actorIds === undefined ? undefined : inArray(audit.actorId, [...actorIds]),
    targets === undefined ? undefined : inArray(audit.target, [...targets]),
    from === undefined ? undefined : gt(audit.seq, lastSeqBefore(teamId, from)),
    to === undefined ? undefined : lte(audit.seq, lastSeqBefore(teamId, to)),
    beforeSeq === undefined ? undefined : lt(audit.seq, beforeSeq),
  );
}

/** Time never goes back along a chain, so a period is a range of places in it. */
function lastSeqBefore(teamId: string, moment: Date): SQL<number> {
  return sql`coalesce((select earlier.seq from audit earlier where earlier.team_id = ${teamId}
    and earlier.created_at < ${moment.toISOString()}::timestamptz order by earlier.created_at desc, earlier.seq desc limit 1), 0)`;
}
