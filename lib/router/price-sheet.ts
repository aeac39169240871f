import { chooseSchedule } from "@/lib/pricing/choose-schedule";
import { priceCall } from "@/lib/pricing/price-call";
import type { BucketPrices, Rate } from "@/lib/pricing/rate";
import { type ExpectedUsage, toBuckets } from "./expected-usage";

/** A rate at one minute, in numbers: hundreds are compared for one question. */
interface Sheet {
  minute: number;
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
const sheets = new WeakMap<Rate, Sheet>();

/** What an answer costs, in 10^-12 of `rate.currency`; null: it uses what has no price. What the evaluator says, much
 *  sooner: exact below 2^53, and beyond it only put in order. */
export function quickPico(rate: Rate, usage: ExpectedUsage, now: Date): number | null {
  const { steps, minimum } = sheetAt(rate, now);
  if (steps === null) {
    const pico = evaluate(rate, usage, now);
    return pico === null ? null : Number(pico);
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
  return Number.isNaN(sum) ? null : Math.max(sum, minimum);
}

/** The same to the last digit, whatever it comes to. */
export function exactPico(rate: Rate, usage: ExpectedUsage, now: Date): bigint | null {
  const pico = quickPico(rate, usage, now);
  if (pico === null) return null;
  return Number.isSafeInteger(pico) ? BigInt(pico) : evaluate(rate, usage, now);
}

const evaluate = (rate: Rate, usage: ExpectedUsage, now: Date): bigint | null =>
  priceCall(toBuckets(usage), rate, { startedAt: now, endedAt: now, serviceTier: null });

/** What is not used needs no price. */
const times = (units: number, price: number): number => (units === 0 ? 0 : units * price);

function sheetAt(rate: Rate, now: Date): Sheet {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  const known = sheets.get(rate);
  if (known?.minute === minute) return known;
  const at = new Date(minute * MINUTE_MS);
  const schedule = chooseSchedule(rate, { startedAt: at, endedAt: at, serviceTier: null });
  const isStepped = schedule !== null && schedule.tiersBy !== "excess";
  const sheet = {
    minute,
    minimum: Number(rate.minimumPico),
    steps: isStepped
      ? [toStep(-1, schedule), ...schedule.tiers.map((tier) => toStep(tier.above, tier))]
      : null,
  };
  sheets.set(rate, sheet);
  return sheet;
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
