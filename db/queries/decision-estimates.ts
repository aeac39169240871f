import { sql } from "drizzle-orm";
import { firstIdAt } from "@/lib/ids";
import type { Db } from "../client";
import type { DecisionRange } from "./decision-reports";

export interface EstimatedCosts {
  currency: string;
  questions: number;
  /** 10^-12 of the currency. */
  estimatePico: string;
  /** What the same calls cost, corrections included. */
  actualPico: string;
}

/** Estimates beside what the calls cost, where both are known and in one currency. */
export async function compareEstimates(db: Db, { teamId, since }: DecisionRange): Promise<EstimatedCosts[]> {
  return db.execute<{ [Key in keyof EstimatedCosts]: EstimatedCosts[Key] }>(sql`
    with added as materialized (
      select corrects_id, currency, sum(cost_pico) as pico from ledger
      where team_id = ${teamId}::uuid and id >= ${firstIdAt(since)}::uuid and corrects_id is not null
      group by corrects_id, currency
    )
    select d.currency, count(*)::int as questions, sum(d.estimate_pico)::text as "estimatePico",
      sum(l.cost_pico + coalesce(added.pico, 0))::text as "actualPico"
    from decision d
    join ledger l on l.team_id = d.team_id and l.id = d.call_id and l.currency = d.currency
    left join added on added.corrects_id = l.id and added.currency = l.currency
    where d.team_id = ${teamId}::uuid and d.id >= ${firstIdAt(since)}::uuid and l.id >= ${firstIdAt(since)}::uuid
      and d.estimate_pico is not null
    group by d.currency order by d.currency`);
}

export interface EstimatedTimes {
  questions: number;
  /** Medians, in milliseconds; null where there are none. */
  estimateMs: number | null;
  actualMs: number | null;
  /** Median of how many times longer it took than was thought. */
  ratio: number | null;
}

/** Estimates beside what whole answers took. */
export async function compareTimes(db: Db, { teamId, since }: DecisionRange): Promise<EstimatedTimes> {
  const [row] = await db.execute<{ [Key in keyof EstimatedTimes]: EstimatedTimes[Key] }>(sql`
    select count(*)::int as questions,
      (percentile_cont(0.5) within group (order by d.estimate_ms))::float8 as "estimateMs",
      (percentile_cont(0.5) within group (order by l.duration_ms))::float8 as "actualMs",
      (percentile_cont(0.5) within group (order by l.duration_ms::float8 / d.estimate_ms))::float8 as ratio
    from decision d
    join ledger l on l.team_id = d.team_id and l.id = d.call_id
    where d.team_id = ${teamId}::uuid and d.id >= ${firstIdAt(since)}::uuid and l.id >= ${firstIdAt(since)}::uuid
      and d.estimate_ms > 0 and l.outcome = 'complete'`);
  if (!row) throw new RangeError("an aggregate without groups has one row");
  return row;
}
