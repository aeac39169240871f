import { and, desc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { ledger } from "../schema";

export interface ModelFigures {
  vendor: string;
  model: string;
  /** Calls that ended by themselves: what a person stopped says nothing of the model. */
  calls: number;
  complete: number;
  /** Median; null where no call had a first token. */
  ttftMs: number | null;
  /** Median of tokens written a second after the first token. */
  tokensPerSecond: number | null;
}

/** How the models that a team asked since an instant did, from its ledger.
 *  @param newest no more than so many calls, the last ones: what is asked often must cost the same for any team */
export async function measureModels(
  db: Db,
  teamId: string,
  since: Date,
  newest?: number,
): Promise<ModelFigures[]> {
  const isMeant = and(eq(ledger.teamId, teamId), gte(ledger.at, since), isNull(ledger.correctsId));
  const lately =
    newest === undefined
      ? undefined
      : inArray(
          ledger.id,
          db.select({ id: ledger.id }).from(ledger).where(isMeant).orderBy(desc(ledger.id)).limit(newest),
        );
  const written = sql`(${ledger.outputTokens} + ${ledger.reasoningTokens})`;
  const writingMs = sql`(${ledger.durationMs} - ${ledger.ttftMs})`;
  const isTimed = sql`${ledger.outcome} = 'complete' and ${written} > 0 and ${writingMs} > 0`;
  return db
    .select({
      vendor: ledger.vendor,
      model: ledger.model,
      calls: sql<number>`(count(*) filter (where ${ledger.outcome} <> 'stopped'))::int`,
      complete: sql<number>`(count(*) filter (where ${ledger.outcome} = 'complete'))::int`,
      ttftMs: sql<number | null>`(percentile_cont(0.5) within group (order by ${ledger.ttftMs}))::float8`,
      tokensPerSecond: sql<
        number | null
      >`(percentile_cont(0.5) within group (order by ${written} * 1000.0 / nullif(${writingMs}, 0)) filter (where ${isTimed}))::float8`,
    })
    .from(ledger)
    .where(and(isMeant, lately))
    .groupBy(ledger.vendor, ledger.model);
}
