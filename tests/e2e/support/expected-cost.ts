import prices from "@/lib/catalogue/data/prices.json" with { type: "json" };
import type { BilledTokens } from "@/tests/support/upstream/call";

const DECIMALS = 12;
const MICRO_DECIMALS = 6;

/** The cost of a call by the shipped price list, worked out here and not with Wye's own arithmetic; null where the
 *  list has no price for the model today. A price not stated is the input's or the output's. */
export function expectedCost(
  vendor: string,
  model: string,
  billed: BilledTokens,
): { cost: string; currency: string } | null {
  const today = new Date().toISOString().slice(0, 10);
  const price = prices.prices.findLast(
    (row) =>
      row.vendor === vendor &&
      row.model === model &&
      row.from <= today &&
      (!("to" in row) || row.to === undefined || today < row.to),
  );
  if (price === undefined) return null;
  const {
    input,
    output,
    cacheRead = input,
    cacheWrite = input,
    reasoning = output,
  } = {
    cacheRead: undefined,
    cacheWrite: undefined,
    reasoning: undefined,
    ...price,
  };
  const pico =
    times(billed.input, input) +
    times(billed.cacheRead, cacheRead) +
    times(billed.cacheWrite, cacheWrite) +
    times(billed.output, output) +
    times(billed.reasoning, reasoning);
  return { cost: toDecimal(pico), currency: price.currency };
}

/** Exact sum of decimals; without zeros at the end. */
export function sumOf(amounts: readonly string[]): string {
  return toDecimal(amounts.reduce((sum, amount) => sum + toInteger(amount, DECIMALS), 0n));
}

/** Tokens times a price per million of them. */
const times = (tokens: number, perMillion: string): bigint =>
  BigInt(tokens) * toInteger(perMillion, MICRO_DECIMALS);

function toInteger(amount: string, decimals: number): bigint {
  const [whole = "", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

function toDecimal(pico: bigint): string {
  const digits = String(pico).padStart(DECIMALS + 1, "0");
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, "");
  return digits.slice(0, -DECIMALS) + (fraction === "" ? "" : `.${fraction}`);
}
