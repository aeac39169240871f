import { type ConvertedPart, convert } from "@/lib/money/convert";
import { formatDecimal } from "@/lib/money/format-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import type { DatedRate, FoundRate, RateBook } from "@/lib/money/rate-book";
import { roundQuotient } from "@/lib/money/round-quotient";

const RATE_DIGITS = 12;

/** A rate as it is told beside a figure. */
export interface UsedRate {
  /** What one unit was worth; rounded to twelve digits unless `exact`. */
  rate: string;
  exact: boolean;
  /** The day that it is of, which may be before the amount's. */
  day: string;
  /** As they were entered: one, or two that were multiplied. */
  legs: readonly DatedRate[];
}

export interface ReportedAmount {
  currency: string;
  /** In `currency`, rounded once to 10^-12 of it, of all days that have a rate; null where none has: then the native
   *  amount is all there is. */
  amount: string | null;
  /** By day, each once. Empty where the amount is of this currency anyway. */
  rates: UsedRate[];
  /** What is not in `amount`. */
  left: LeftOut | null;
}

/** A native amount of days that have no rate: those up to `until`, which have none before them either. */
export interface LeftOut {
  currency: string;
  /** Exact decimal. */
  amount: string;
  until: string;
}

export interface DatedAmount {
  currency: string;
  day: string;
  pico: bigint;
}

/** Amounts of one currency, each at the rate of its day, as one in another. */
export function reportAmount(
  amounts: readonly DatedAmount[],
  currency: string,
  book: RateBook,
): ReportedAmount {
  const parts: ConvertedPart[] = [];
  const used = new Map<string, UsedRate>();
  const missing: DatedAmount[] = [];
  for (const amount of amounts) {
    const { currency: from, day, pico } = amount;
    const found = book.find(from, currency, day);
    if (!found) {
      missing.push(amount);
      continue;
    }
    parts.push({ pico, ratio: found.ratio });
    if (found.day !== null) used.set(keyOf(from, found), toUsedRate(found, found.day));
  }
  const rates = [...used.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return { currency, amount: sumOf(parts, missing.length > 0), rates, left: leftOut(missing) };
}

/** The sum, in `currency`, of the amounts of any currencies whose days have a rate; null where none has one. */
export function sumReported(
  amounts: readonly DatedAmount[],
  currency: string,
  book: RateBook,
): string | null {
  const parts = amounts.flatMap(({ currency: from, day, pico }) => {
    const ratio = book.find(from, currency, day)?.ratio;
    return ratio === undefined ? [] : [{ pico, ratio }];
  });
  return sumOf(parts, parts.length < amounts.length);
}

/** Of nothing at all it is zero; where there is something, and none of it has a rate, it is unknown. */
function sumOf(parts: readonly ConvertedPart[], someMissing: boolean): string | null {
  return parts.length === 0 && someMissing ? null : picoToDecimal(convert(parts));
}

function leftOut(missing: readonly DatedAmount[]): LeftOut | null {
  const [first] = missing;
  if (!first) return null;
  const pico = missing.reduce((sum, amount) => sum + amount.pico, 0n);
  const until = missing.reduce((last, { day }) => (day > last ? day : last), first.day);
  return { currency: first.currency, amount: picoToDecimal(pico), until };
}

/** Of two legs both days count: the same earlier day with another later one is another rate. */
const keyOf = (from: string, { legs }: FoundRate) => [from, ...legs.map(({ day }) => day)].join(" ");

function toUsedRate({ ratio: { numerator, denominator }, legs }: FoundRate, day: string): UsedRate {
  const scaled = numerator * 10n ** BigInt(RATE_DIGITS);
  const rate = formatDecimal(roundQuotient(scaled, denominator), RATE_DIGITS);
  return { rate, exact: scaled % denominator === 0n, day, legs };
}
