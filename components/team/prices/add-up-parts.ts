import { AmountSums } from "@/lib/money/amount-sums";
import { parseDecimal } from "@/lib/money/parse-decimal";
import type { Recalculated } from "@/lib/prices/recalculated";

const PICO_DIGITS = 12;
const COUNTS = ["calls", "corrected", "priced", "unpriced"] as const;

/** What parts of a recalculation do together; exact. */
export function addUpParts(parts: readonly Recalculated[]): Recalculated {
  const counts = { calls: 0, corrected: 0, priced: 0, unpriced: 0 };
  const added = new AmountSums();
  for (const part of parts) {
    for (const name of COUNTS) counts[name] += part[name];
    for (const { currency, amount } of part.added) added.add(currency, parseDecimal(amount, PICO_DIGITS));
  }
  return { ...counts, added: added.list() };
}
