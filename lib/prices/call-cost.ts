import type { CorrectableCall } from "@/db/queries/corrections";
import type { Currency, Pico } from "@/lib/money/pico";
import type { TokenBuckets } from "@/lib/pricing/buckets";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";
import { bucketsOf, termsOf } from "@/lib/usage/usage-row";

/** Exact sums, one a currency. */
export type Amounts = ReadonlyMap<Currency, Pico>;

export interface Cost {
  currency: Currency;
  pico: Pico;
}

/** What a call costs as the ledger has it now, with every correction; null while it has no price. */
export function costNow({ costPico, currency, corrections }: CorrectableCall): Amounts | null {
  if (costPico === null && corrections.length === 0) return null;
  const amounts = new Map<Currency, Pico>();
  if (costPico !== null && currency !== null) amounts.set(currency, BigInt(costPico));
  for (const added of corrections) {
    amounts.set(added.currency, (amounts.get(added.currency) ?? 0n) + BigInt(added.costPico));
  }
  return amounts;
}

/** What it would cost at `rate`; null: it has no price for it. */
export function costAt(call: CorrectableCall, rate: Rate | null): Cost | null {
  const pico = rate && priceCall(usageOf(call), rate, termsOf(call));
  return rate === null || pico === null ? null : { currency: rate.currency, pico };
}

/** Rows from before requests were counted have none of them; what used anything was one. */
function usageOf(call: CorrectableCall): TokenBuckets {
  const counted = bucketsOf(call);
  const used = Object.values(counted).some((count) => count > 0);
  return counted.requests === 0 && used ? { ...counted, requests: 1 } : counted;
}

/** What has to be added to a cost, in each currency, to make it the right one. Empty where it is right already; a
 *  call that had no price and now costs nothing is told apart by an addition of zero. */
export function additions(now: Amounts | null, right: Cost): Cost[] {
  if (now === null) return [right];
  const currencies = [...new Set([...now.keys(), right.currency])];
  return currencies
    .map((currency) => ({
      currency,
      pico: (currency === right.currency ? right.pico : 0n) - (now.get(currency) ?? 0n),
    }))
    .filter(({ pico }) => pico !== 0n);
}
