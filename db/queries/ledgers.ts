import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { ledger } from "../schema";

export type LedgerRow = typeof ledger.$inferSelect;

export interface LedgerFilter {
  /** Null: every team of the instance. */
  teamId: string | null;
  personId?: string;
  since?: Date;
  /** Rows before this id: where the last page ended. */
  beforeId?: string;
}

/** Newest first. */
export async function listLedger(db: Db, filter: LedgerFilter, limit: number): Promise<LedgerRow[]> {
  return db.select().from(ledger).where(matches(filter)).orderBy(desc(ledger.id)).limit(limit);
}

export interface LedgerTotal {
  currency: string | null;
  demo: boolean;
  calls: number;
  unpricedCalls: number;
  estimatedCalls: number;
  /** 10^-12 of the currency, exact. */
  costPico: string;
}

/** Sums per currency; the demo model's invented costs apart. */
export async function sumLedger(db: Db, filter: LedgerFilter): Promise<LedgerTotal[]> {
  return db
    .select({
      currency: ledger.currency,
      demo: ledger.demo,
      calls: sql<number>`(count(*) filter (where ${ledger.correctsId} is null))::int`,
      unpricedCalls: sql<number>`(count(*) filter (where ${ledger.status} = 'unpriced'))::int`,
      estimatedCalls: sql<number>`(count(*) filter (where ${ledger.status} = 'estimated'))::int`,
      costPico: sql<string>`coalesce(sum(${ledger.costPico}), 0)::text`,
    })
    .from(ledger)
    .where(matches(filter))
    .groupBy(ledger.currency, ledger.demo)
    .orderBy(ledger.demo, ledger.currency);
}

export async function ensureLedgerPartitions(db: Db): Promise<void> {
  await db.execute(sql`select ledger_ensure_partitions(now(), 3)`);
}

function matches(filter: LedgerFilter): SQL | undefined {
  return and(
    filter.teamId === null ? undefined : eq(ledger.teamId, filter.teamId),
    filter.personId === undefined ? undefined : eq(ledger.personId, filter.personId),
    filter.since === undefined ? undefined : gte(ledger.at, filter.since),
    filter.beforeId === undefined ? undefined : lt(ledger.id, filter.beforeId),
  );
}
