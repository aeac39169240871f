import type { AutoCosts } from "@/db/queries/decision-costs";
import type { Pico } from "@/lib/money/pico";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { EMPTY_BUCKETS } from "@/lib/pricing/buckets";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";
import type { RouterCandidate } from "@/lib/router/candidate";
import { nameOf } from "@/lib/router/model-name";
import type { Savings, SavingsReport } from "./decision-report";

/** Had every question been answered in Reasoning: those that were cost what they did, the others what that was estimated
 *  at when they were asked. */
export function againstReasoning(costs: readonly AutoCosts[]): SavingsReport {
  const sums = new TwoSums();
  let questions = 0;
  for (const row of costs) {
    const stays = row.mode === "reasoning";
    if (!stays && row.reasoningCurrency === null) continue;
    questions += row.questions;
    sums.addActual(row.currency, BigInt(row.costPico));
    if (stays) sums.addOther(row.currency, BigInt(row.costPico));
    else sums.addOther(row.reasoningCurrency ?? row.currency, BigInt(row.reasoningPico));
  }
  return { model: null, questions, sums: sums.list() };
}

/** Had one model answered everything, with as many tokens as were used: what it would have thought besides is not
 *  counted. Null: it has no price for them. */
export function againstBest(
  costs: readonly AutoCosts[],
  best: RouterCandidate,
  now: Date,
): SavingsReport | null {
  const { rate } = best;
  if (rate === null) return null;
  const sums = new TwoSums();
  for (const row of costs) {
    const pico = priceTogether(row, rate, now);
    if (pico === null) return null;
    sums.addActual(row.currency, BigInt(row.costPico));
    sums.addOther(rate.currency, pico);
  }
  const questions = costs.reduce((sum, row) => sum + row.questions, 0);
  return { model: nameOf(best), questions, sums: sums.list() };
}

/** Many calls at once: by the first prices of a rate, which are the lowest, because one of many long prompts is not
 *  known to have been long. */
function priceTogether(row: AutoCosts, rate: Rate, now: Date): Pico | null {
  const usage = {
    ...EMPTY_BUCKETS,
    ...{ input: row.inputTokens, cacheRead: row.cacheReadTokens, cacheWrite: row.cacheWriteTokens },
    ...{ output: row.outputTokens, reasoning: row.reasoningTokens, requests: row.questions },
  };
  const plain = { ...rate, tiers: [], tariffs: [], minimumPico: 0n };
  return priceCall(usage, plain, { startedAt: now, endedAt: now, serviceTier: null });
}

class TwoSums {
  readonly #sums = new Map<string, { actual: Pico; other: Pico }>();

  addActual(currency: string, pico: Pico): void {
    this.#of(currency).actual += pico;
  }

  addOther(currency: string, pico: Pico): void {
    this.#of(currency).other += pico;
  }

  list(): Savings[] {
    return [...this.#sums]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { actual, other }]) => ({
        currency,
        actual: picoToDecimal(actual),
        other: picoToDecimal(other),
        saved: picoToDecimal(other - actual),
      }));
  }

  #of(currency: string): { actual: Pico; other: Pico } {
    const known = this.#sums.get(currency) ?? { actual: 0n, other: 0n };
    this.#sums.set(currency, known);
    return known;
  }
}
