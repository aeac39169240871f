import { AmountSums } from "@/lib/money/amount-sums";

/** In each currency that is not taken back; more than one only where it was corrected to another and not back whole. */
export type CorrectedCost = { cost: string; currency: string }[];

export interface CorrectableCost {
  /** 10^-12 of the currency; null: it had no price. */
  costPico: string | null;
  currency: string | null;
  /** What was added since, a sum per currency. */
  corrections: readonly { currency: string; costPico: string }[];
}

/** What calls cost together by now. Null where none was corrected, and where one has no price still. */
export function costTogether(calls: readonly CorrectableCost[]): CorrectedCost | null {
  if (calls.every(({ corrections }) => corrections.length === 0)) return null;
  if (calls.some(({ costPico, corrections }) => costPico === null && corrections.length === 0)) return null;
  const sums = new AmountSums();
  for (const { costPico, currency, corrections } of calls) {
    if (costPico !== null && currency !== null) sums.add(currency, BigInt(costPico));
    for (const added of corrections) sums.add(added.currency, BigInt(added.costPico));
  }
  const all = sums.list().map(({ currency, amount }) => ({ cost: amount, currency }));
  const left = all.filter(({ cost }) => cost !== "0");
  return left.length > 0 ? left : all.slice(0, 1);
}
