import { chooseSchedule } from "@/lib/pricing/choose-schedule";
import { priceCall } from "@/lib/pricing/price-call";
import type { BucketPrices, Rate } from "@/lib/pricing/rate";
import type { RouterCatalogue } from "./candidate";
import { type ExpectedUsage, toBuckets } from "./expected-usage";

/** 10^-12 of `currency`. The integer is exact below 2^53, and beyond it only put in order. */
export interface QuickCost {
  currency: string;
  pico: number;
}

/** A rate at one minute, in numbers: hundreds are compared for one question. */
interface Sheet {
  rate: Rate;
  minimum: number;
  /** The first holds up to the next; null: it takes the evaluator. */
  steps: readonly Step[] | null;
}

interface Step {
  above: number;
  input: number;
  cacheRead: number;
  output: number;
  reasoning: number;
  requests: number;
}

const MINUTE_MS = 60_000;

interface Kept {
  minute: number;
  sheets: (Sheet | null)[];
}

const kept = new WeakMap<RouterCatalogue, Kept>();

/** What an answer would cost by each candidate's rate, by its place in the catalogue. Null: unpriced. The same as the
 *  evaluator says, much sooner. */
export function quickCost(
  catalogue: RouterCatalogue,
  place: number,
  usage: ExpectedUsage,
  now: Date,
): QuickCost | null {
  const sheet = sheetsAt(catalogue, now)[place];
  if (!sheet) return null;
  const { rate, steps, minimum } = sheet;
  if (steps === null) {
    const pico = priceCall(toBuckets(usage), rate, { startedAt: now, endedAt: now, serviceTier: null });
    return pico === null ? null : { currency: rate.currency, pico: Number(pico) };
  }
  const prompt = usage.input + usage.cacheRead;
  const step = steps.findLast(({ above }) => prompt > above) ?? steps[0];
  if (!step) return null;
  const sum =
    times(usage.input, step.input) +
    times(usage.cacheRead, step.cacheRead) +
    times(usage.output, step.output) +
    times(usage.reasoning, step.reasoning) +
    step.requests;
  return Number.isNaN(sum) ? null : { currency: rate.currency, pico: Math.max(sum, minimum) };
}

/** What is not used needs no price. */
const times = (units: number, price: number): number => (units === 0 ? 0 : units * price);

function sheetsAt(catalogue: RouterCatalogue, now: Date): readonly (Sheet | null)[] {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  const known = kept.get(catalogue);
  if (known?.minute === minute) return known.sheets;
  const at = new Date(minute * MINUTE_MS);
  const sheets = catalogue.candidates.map(({ rate }) => rate && toSheet(rate, at));
  kept.set(catalogue, { minute, sheets });
  return sheets;
}

function toSheet(rate: Rate, at: Date): Sheet {
  const schedule = chooseSchedule(rate, { startedAt: at, endedAt: at, serviceTier: null });
  const minimum = Number(rate.minimumPico);
  if (!schedule || schedule.tiersBy === "excess") return { rate, minimum, steps: null };
  const steps = [toStep(-1, schedule), ...schedule.tiers.map((tier) => toStep(tier.above, tier))];
  return { rate, minimum, steps };
}

/** A bucket without a price makes what uses it unpriced, but a request is free then. */
function toStep(above: number, { perMillionMicro: prices }: BucketPrices): Step {
  return {
    above,
    input: Number(prices.input),
    cacheRead: Number(prices.cacheRead ?? Number.NaN),
    output: Number(prices.output),
    reasoning: Number(prices.reasoning ?? Number.NaN),
    requests: Number(prices.requests ?? 0),
  };
}
