import type { Pico } from "./pico";
import type { Ratio } from "./ratio";
import { roundQuotient } from "./round-quotient";

export interface ConvertedPart {
  pico: Pico;
  /** What one unit of its currency is worth in the other. */
  ratio: Ratio;
}

/** The sum of amounts at their rates, in 10^-12 of the other currency. Exact until the end, where it is rounded once, to
 *  the nearest, a half to the even one. */
export function convert(parts: readonly ConvertedPart[]): Pico {
  const byDenominator = new Map<bigint, bigint>();
  for (const { pico, ratio } of parts) {
    const sum = byDenominator.get(ratio.denominator) ?? 0n;
    byDenominator.set(ratio.denominator, sum + pico * ratio.numerator);
  }
  let [numerator, denominator] = [0n, 1n];
  for (const [below, above] of byDenominator) {
    numerator = numerator * below + above * denominator;
    denominator *= below;
  }
  return roundQuotient(numerator, denominator);
}
