import { sql } from "drizzle-orm";
import { firstIdAt } from "@/lib/ids";
import type { Mode } from "@/lib/router/choice";
import type { Db } from "../client";
import type { DecisionRange } from "./decision-reports";

/** Auto's answers that went the same way, and were charged and estimated in the same currencies. */
export interface AutoCosts {
  mode: Mode | null;
  /** That they were charged in. */
  currency: string;
  /** That Reasoning was estimated in; null: it was not, or was what answered. */
  reasoningCurrency: string | null;
  questions: number;
  /** What they cost, corrections included; 10^-12 of the currency. */
  costPico: string;
  reasoningPico: string;
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  reasoningTokens: number;
}

/** What the answers that Auto decided cost and used. What has no price is left out. A correction counts with its call;
 *  in another currency than the call's it is a sum of its own, in which nothing is counted again. */
export async function sumAutoCosts(db: Db, { teamId, since }: DecisionRange): Promise<AutoCosts[]> {
  const first = firstIdAt(since);
  return db.execute<{ [Key in keyof AutoCosts]: AutoCosts[Key] }>(sql`
    with added as materialized (
      select corrects_id, currency, sum(cost_pico) as pico,
        row_number() over (partition by corrects_id order by currency) as nth
      from ledger
      where team_id = ${teamId}::uuid and id >= ${first}::uuid and corrects_id is not null
      group by corrects_id, currency
    ), charged as (
      select l.id, l.currency, l.cost_pico as pico, true as counts,
        l.input_tokens, l.cache_read_tokens, l.cache_write_tokens, l.output_tokens, l.reasoning_tokens
      from ledger l
      where l.team_id = ${teamId}::uuid and l.id >= ${first}::uuid and l.corrects_id is null and l.currency is not null
      union all
      select l.id, added.currency, added.pico, l.currency is null and added.nth = 1,
        l.input_tokens, l.cache_read_tokens, l.cache_write_tokens, l.output_tokens, l.reasoning_tokens
      from added join ledger l on l.team_id = ${teamId}::uuid and l.id = added.corrects_id
    ), auto as (
      select d.mode, d.reasoning_currency, d.reasoning_pico, charged.*
      from decision d join charged on charged.id = d.call_id
      where d.team_id = ${teamId}::uuid and d.id >= ${first}::uuid and d.choice->>'mode' = 'auto'
    )
    select auto.mode, auto.currency, auto.reasoning_currency as "reasoningCurrency",
      (count(*) filter (where auto.counts))::int as questions, sum(auto.pico)::text as "costPico",
      coalesce(sum(auto.reasoning_pico) filter (where auto.counts), 0)::text as "reasoningPico",
      ${tokens("input")}, ${tokens("cache_read")}, ${tokens("cache_write")}, ${tokens("output")}, ${tokens("reasoning")}
    from auto group by auto.mode, auto.currency, auto.reasoning_currency
    order by auto.mode, auto.currency, auto.reasoning_currency`);
}

const CAMEL = {
  input: "input",
  cache_read: "cacheRead",
  cache_write: "cacheWrite",
  output: "output",
  reasoning: "reasoning",
};

/** A double holds sums of tokens exactly up to 2^53. */
const tokens = (bucket: keyof typeof CAMEL) =>
  sql.raw(
    `coalesce(sum(auto.${bucket}_tokens) filter (where auto.counts), 0)::float8 as "${CAMEL[bucket]}Tokens"`,
  );
