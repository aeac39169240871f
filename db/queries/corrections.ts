import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  isNull,
  lt,
  lte,
  min,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { timeOfId } from "@/lib/ids";
import type { RateSnapshot } from "@/lib/pricing/rate-snapshot";
import type { Db } from "../client";
import { firstRowIdAt } from "../first-row-id";
import { ledger, ledgerHead } from "../schema";
import type { LedgerRow } from "./ledgers";

/** A call, and what was added to its cost since, a sum per currency. */
export interface CorrectableCall extends LedgerRow {
  corrections: { currency: string; costPico: string }[];
}

interface Alias {
  vendor: string;
  model: string;
}

export interface CallsOfModel {
  /** Null: every team of the instance. */
  teamId: string | null;
  vendor: string;
  /** In any case. */
  model: string;
  /** Other names whose calls are asked for too, in lower case. */
  aliases?: readonly Alias[];
  /** Of one key alone. */
  credentialId?: string | null;
  from: Date;
  /** Not included. */
  to: Date;
}

/** Oldest first, after a call and through another one. */
export interface CallsAfter {
  afterId: string | null;
  throughId?: string;
}

/** A model's calls in a time, a page by the ids: oldest first after one, newest first before one. */
export async function listCallsOfModel(
  db: Db,
  { teamId, vendor, model, aliases = [], credentialId = null, from, to }: CallsOfModel,
  page: CallsAfter | { beforeId: string | null },
  limit: number,
): Promise<CorrectableCall[]> {
  const ascending = "afterId" in page;
  const names = [{ vendor, model: model.toLowerCase() }, ...aliases];
  const bound = ascending ? page.afterId : page.beforeId;
  return db
    .select({ ...getTableColumns(ledger), corrections: CORRECTIONS })
    .from(ledger)
    .where(
      and(
        teamId === null ? undefined : eq(ledger.teamId, teamId),
        or(...names.map(isNamed)),
        credentialId === null ? undefined : eq(ledger.credentialId, credentialId),
        isNull(ledger.correctsId),
        gte(ledger.at, from),
        lt(ledger.at, to),
        gte(ledger.id, firstRowIdAt(from)),
        bound === null ? undefined : ascending ? gt(ledger.id, bound) : lt(ledger.id, bound),
        ascending && page.throughId !== undefined ? lte(ledger.id, page.throughId) : undefined,
      ),
    )
    .orderBy(ascending ? asc(ledger.id) : desc(ledger.id))
    .limit(limit);
}

const isNamed = ({ vendor, model }: Alias) =>
  and(eq(ledger.vendor, vendor), eq(sql`lower(${ledger.model})`, model));

const CORRECTIONS: SQL<CorrectableCall["corrections"]> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('currency', added.currency, 'costPico', added.pico) order by added.currency)
  from (
    select c.currency, sum(c.cost_pico)::text as pico from ledger c
    where c.team_id = ledger.team_id and c.corrects_id = ledger.id group by c.currency
  ) added
), '[]')`;

/** What was added to the costs of these calls of these teams, a sum per call and currency. What corrects a call comes after
 *  it: partitions before the oldest are left out. */
export async function sumCorrections(db: Db, teamIds: readonly string[], callIds: readonly string[]) {
  const [oldest] = callIds.toSorted();
  if (oldest === undefined) return [];
  return db.execute<{ callId: string; currency: string; costPico: string }>(sql`
    select corrects_id as "callId", currency, sum(cost_pico)::text as "costPico" from ledger
    where team_id = any(${`{${teamIds.join(",")}}`}::uuid[]) and corrects_id = any(${`{${callIds.join(",")}}`}::uuid[])
      and id >= ${firstRowIdAt(timeOfId(oldest))}
    group by corrects_id, currency order by currency`);
}

/** Until the transaction ends, nothing is appended to this team's ledger but by it. */
export async function lockLedger(db: Db, teamId: string): Promise<void> {
  await db
    .select({ seq: ledgerHead.seq })
    .from(ledgerHead)
    .where(eq(ledgerHead.teamId, teamId))
    .for("update");
}

export interface NewCorrection {
  id: string;
  callId: string;
  rate: RateSnapshot | null;
  /** To be added; may be negative. */
  costPico: bigint;
  currency: string;
}

export async function appendCorrections(
  db: Db,
  { teamId, personId, reason }: { teamId: string; personId: string; reason: string },
  corrections: readonly NewCorrection[],
): Promise<void> {
  if (corrections.length === 0) return;
  const rows = corrections.map(({ id, callId, rate, costPico, currency }) => ({
    ...{ id, call_id: callId, rate, cost_pico: costPico.toString(), currency },
  }));
  await db.execute(sql`
    select correct_call(${teamId}::uuid, id, call_id, ${personId}::uuid, nullif(rate, 'null'), cost_pico, currency, ${reason})
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as given(id uuid, call_id uuid, rate jsonb, cost_pico numeric, currency text)`);
}

export interface UnpricedModel {
  vendor: string;
  model: string;
  calls: number;
  /** The first of them. */
  since: Date;
}

const isUnpricedIn = (teamId: string) =>
  and(
    eq(ledger.teamId, teamId),
    isNull(ledger.currency),
    isNull(ledger.correctsId),
    sql`not exists (select 1 from ledger later where later.team_id = ledger.team_id and later.corrects_id = ledger.id)`,
  );

/** Models that a team's calls have no price for, not by a correction either; most calls first. */
export async function listUnpricedModels(db: Db, teamId: string, limit: number): Promise<UnpricedModel[]> {
  return db
    .select({
      vendor: ledger.vendor,
      model: ledger.model,
      calls: sql<number>`count(*)::int`,
      since: min(ledger.at).mapWith(ledger.at),
    })
    .from(ledger)
    .where(isUnpricedIn(teamId))
    .groupBy(ledger.vendor, ledger.model)
    .orderBy(desc(sql`3`), ledger.vendor, ledger.model)
    .limit(limit)
    .then((rows) => rows.flatMap(({ since, ...row }) => (since === null ? [] : [{ ...row, since }])));
}

const DAY = sql`(${ledger.at} at time zone 'UTC')::date`;
/** Which kinds of use a call has. A request is counted in all of them. */
const KINDS = sql`concat(${sql.join(
  [
    ...[ledger.inputTokens, ledger.cacheReadTokens, ledger.cacheWriteTokens, ledger.cacheWrite1hTokens],
    ...[ledger.outputTokens, ledger.reasoningTokens, ledger.audioInputTokens, ledger.audioCacheReadTokens],
    ...[ledger.audioOutputTokens, ledger.imageInputTokens, ledger.imageOutputTokens],
    ...[ledger.images, ledger.webSearches],
  ].map((count) => sql`(${count} > 0)::int`),
  sql`, `,
)})`;

/** The first of the calls without a price of each day that are alike in what decides whether a price has one for them:
 *  the model, the key, the service tier and the kinds of use. The latest days first. */
export async function listKindsOfUnpricedCalls(db: Db, teamId: string, limit: number): Promise<LedgerRow[]> {
  const alike = [DAY, ledger.vendor, ledger.model, ledger.credentialId, ledger.serviceTier, KINDS];
  return db
    .selectDistinctOn(alike)
    .from(ledger)
    .where(isUnpricedIn(teamId))
    .orderBy(desc(DAY), ...alike.slice(1), asc(ledger.id))
    .limit(limit);
}
