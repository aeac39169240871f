import { and, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { ledger } from "../schema";

export interface HealthFilter {
  credentialIds: readonly string[];
  /** Whose calls; null: every team's. */
  teamId: string | null;
  /** Error codes that speak against a credential; calls that ended with others are not counted. */
  faults: readonly string[];
  hourAgo: Date;
  dayAgo: Date;
}

interface Quantiles {
  p50: number;
  p95: number;
}

/** Milliseconds; null where there is nothing to measure. */
export interface HealthWindow {
  calls: number;
  failures: number;
  ttftMs: Quantiles | null;
  durationMs: Quantiles | null;
}

export interface CredentialHealth {
  credentialId: string;
  hour: HealthWindow;
  day: HealthWindow;
}

/** What the calls of the last hour and day tell of each credential; none for one that was not used. */
export async function listCredentialHealth(db: Db, filter: HealthFilter): Promise<CredentialHealth[]> {
  if (filter.credentialIds.length === 0) return [];
  const failed = sql`(${ledger.outcome} = 'failed' and ${inArray(ledger.errorCode, [...filter.faults])})`;
  const isRecent = sql`${ledger.at} >= ${filter.hourAgo.toISOString()}::timestamptz`;
  const rows = await db
    .select({
      credentialId: ledger.credentialId,
      hour: windowOf(failed, isRecent),
      day: windowOf(failed, sql`true`),
    })
    .from(ledger)
    .where(
      and(
        inArray(ledger.credentialId, [...filter.credentialIds]),
        gte(ledger.at, filter.dayAgo),
        isNull(ledger.correctsId),
        filter.teamId === null ? undefined : eq(ledger.teamId, filter.teamId),
        sql`(${ledger.outcome} in ('complete', 'stopped') or ${failed})`,
      ),
    )
    .groupBy(ledger.credentialId);
  return rows.flatMap(({ credentialId, hour, day }) =>
    credentialId === null ? [] : [{ credentialId, hour, day }],
  );
}

/** How long a call took says something only of one that was neither stopped nor broke off. */
function windowOf(failed: SQL, within: SQL): SQL<HealthWindow> {
  const isComplete = sql`${within} and ${ledger.outcome} = 'complete'`;
  return sql<HealthWindow>`json_build_object(
    'calls', count(*) filter (where ${within}),
    'failures', count(*) filter (where ${within} and ${failed}),
    'ttftMs', ${quantiles(sql`${ledger.ttftMs}`, within)},
    'durationMs', ${quantiles(sql`${ledger.durationMs}`, isComplete)})`;
}

function quantiles(column: SQL, within: SQL): SQL {
  const at = (share: number) =>
    sql`round(percentile_cont(${share}::float8) within group (order by ${column}) filter (where ${within}))`;
  return sql`case when count(${column}) filter (where ${within}) > 0
    then json_build_object('p50', ${at(0.5)}, 'p95', ${at(0.95)}) end`;
}
