import { and, desc, eq, getTableColumns, gte, inArray, isNotNull, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { firstRowIdAt } from "../first-row-id";
import { ledger } from "../schema";

export type LedgerRow = typeof ledger.$inferSelect;

export interface LedgerFilter {
  /** Null: every team of the instance. */
  teamId: string | null;
  personId?: string;
  /** Of calls that were made with this key. */
  keyId?: string;
  since?: Date;
  /** Rows before this id: where the last page ended. */
  beforeId?: string;
  /** This row and those before it. */
  fromId?: string;
}

export interface ListedLedgerRow extends LedgerRow {
  /** Of the call, for a correction too: whose exchange rate its cost is converted at. */
  costDay: string;
}

/** Newest first. */
export async function listLedger(db: Db, filter: LedgerFilter, limit: number): Promise<ListedLedgerRow[]> {
  return db
    .select({ ...getTableColumns(ledger), costDay: COST_DAY })
    .from(ledger)
    .where(matches(filter))
    .orderBy(desc(ledger.id))
    .limit(limit);
}

/** `YYYY-MM-DD`, UTC. */
const COST_DAY = sql<string>`((case when ${ledger.correctsId} is null then ${ledger.at} else (
  select first.at from ledger first where first.team_id = ledger.team_id and first.id = ledger.corrects_id
) end) at time zone 'UTC')::date::text`;

export interface DaySum {
  currency: string;
  day: string;
  costPico: string;
}

/** Sums per currency and day of the call; what is invented is left out. */
export async function sumLedgerByDay(db: Db, filter: LedgerFilter): Promise<DaySum[]> {
  const rows = await db
    .select({
      currency: ledger.currency,
      day: COST_DAY,
      costPico: sql<string>`sum(${ledger.costPico})::text`,
    })
    .from(ledger)
    .where(and(matches(filter), isNotNull(ledger.currency), eq(ledger.demo, false)))
    .groupBy(ledger.currency, sql`2`)
    .orderBy(ledger.currency, sql`2`);
  return rows.flatMap(({ currency, ...sum }) => (currency === null ? [] : [{ currency, ...sum }]));
}

export interface LedgerTotal {
  currency: string | null;
  demo: boolean;
  /** Each call once: in the currency that it was first priced in, at once or by a correction. One from before `since`
   *  is none, also where it was corrected since. */
  calls: number;
  /** Rows that correct the cost of a call. */
  corrections: number;
  unpricedCalls: number;
  estimatedCalls: number;
  /** 10^-12 of the currency, exact. */
  costPico: string;
}

/** Sums per currency; the demo model's invented costs apart. */
export async function sumLedger(db: Db, filter: LedgerFilter): Promise<LedgerTotal[]> {
  const { since } = filter;
  // What corrects a call of the period is of the period too: earlier partitions need not be asked for it.
  const idInPeriod = (alias: string): SQL =>
    since === undefined ? sql`true` : sql`${sql.identifier(alias)}.id >= ${firstRowIdAt(since)}`;
  const isCorrected = sql`exists (select 1 from ledger later where later.team_id = ledger.team_id and later.corrects_id = ledger.id
    and ${idInPeriod("later")})`;
  const unpriced = sql`${ledger.currency} is null and not ${isCorrected}`;
  const inPeriod =
    since === undefined
      ? sql`true`
      : sql`first.at >= ${since.toISOString()}::timestamptz and ${idInPeriod("first")}`;
  // A call that had no price counts where the first of its corrections gave it one.
  const pricedLater = sql`${ledger.correctsId} is not null and exists (
    select 1 from ledger first where first.team_id = ledger.team_id and first.id = ledger.corrects_id and first.currency is null
      and ${inPeriod}
  ) and not exists (
    select 1 from ledger earlier where earlier.team_id = ledger.team_id and earlier.corrects_id = ledger.corrects_id
      and earlier.seq < ledger.seq and ${idInPeriod("earlier")})`;
  const totals = await db
    .select({
      currency: ledger.currency,
      demo: ledger.demo,
      calls: sql<number>`((count(*) filter (where ${ledger.correctsId} is null and (${ledger.currency} is not null or ${unpriced})))
        + (count(distinct ${ledger.correctsId}) filter (where ${pricedLater})))::int`,
      corrections: sql<number>`(count(*) filter (where ${ledger.correctsId} is not null))::int`,
      unpricedCalls: sql<number>`(count(*) filter (where ${unpriced}))::int`,
      estimatedCalls: sql<number>`(count(*) filter (where ${ledger.status} = 'estimated'))::int`,
      costPico: sql<string>`coalesce(sum(${ledger.costPico}), 0)::text`,
    })
    .from(ledger)
    .where(matches(filter))
    .groupBy(ledger.currency, ledger.demo)
    .orderBy(ledger.demo, ledger.currency);
  return totals.filter(({ calls, corrections }) => calls + corrections > 0);
}

export interface KeySpend {
  keyId: string;
  currency: string;
  demo: boolean;
  /** 10^-12 of the currency, exact, corrections included. */
  costPico: string;
  /** The same of the calls that began at `since` or later, and of what was corrected since. */
  sincePico: string;
}

/** What the calls of each of these keys cost, a row per currency. */
export async function sumLedgerByKey(
  db: Db,
  { teamId, keyIds, since }: { teamId: string; keyIds: string[]; since: Date },
): Promise<KeySpend[]> {
  if (keyIds.length === 0) return [];
  const lately = sql`filter (where ${ledger.at} >= ${since.toISOString()}::timestamptz)`;
  const rows = await db
    .select({
      keyId: ledger.keyId,
      currency: ledger.currency,
      demo: ledger.demo,
      costPico: sql<string>`sum(${ledger.costPico})::text`,
      sincePico: sql<string>`coalesce(sum(${ledger.costPico}) ${lately}, 0)::text`,
    })
    .from(ledger)
    .where(and(eq(ledger.teamId, teamId), inArray(ledger.keyId, keyIds), isNotNull(ledger.currency)))
    .groupBy(ledger.keyId, ledger.currency, ledger.demo)
    .orderBy(ledger.demo, ledger.currency);
  return rows.flatMap(({ keyId, currency, ...sums }) =>
    keyId === null || currency === null ? [] : [{ keyId, currency, ...sums }],
  );
}

export async function ensureLedgerPartitions(db: Db): Promise<void> {
  await db.execute(sql`select ledger_ensure_partitions(now(), 3)`);
}

function matches(filter: LedgerFilter): SQL | undefined {
  return and(
    filter.teamId === null ? undefined : eq(ledger.teamId, filter.teamId),
    filter.personId === undefined ? undefined : isOf(filter.personId),
    filter.keyId === undefined ? undefined : eq(ledger.keyId, filter.keyId),
    filter.since === undefined ? undefined : gte(ledger.at, filter.since),
    filter.since === undefined ? undefined : gte(ledger.id, firstRowIdAt(filter.since)),
    filter.beforeId === undefined ? undefined : lt(ledger.id, filter.beforeId),
    filter.fromId === undefined ? undefined : lte(ledger.id, filter.fromId),
  );
}

/** A correction is of the person whose call it corrects. */
function isOf(personId: string): SQL {
  return sql`case when ${ledger.correctsId} is null then ${ledger.personId} else (
    select first.person_id from ledger first where first.team_id = ledger.team_id and first.id = ledger.corrects_id
  ) end = ${personId}`;
}
