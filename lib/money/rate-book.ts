import type { Currency } from "./pico";
import { inverse, ONE, product, type Ratio, toRatio } from "./ratio";

/** What one unit of `base` was worth in `quote` on a day. */
export interface DatedRate {
  base: Currency;
  quote: Currency;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Plain decimal, above zero. */
  rate: string;
  source: string;
}

export interface FoundRate {
  ratio: Ratio;
  /** The day that it is of: of two rates that were multiplied, the earlier one's. Null between a currency and itself. */
  day: string | null;
  /** The rates as they were entered: one, or two through a currency between. None between a currency and itself. */
  legs: readonly DatedRate[];
}

interface Leg {
  ratio: Ratio;
  rate: DatedRate;
}

/** Dated exchange rates, by which of two currencies one is found in the other. */
export class RateBook {
  /** By `BASE QUOTE`, each by day, ascending. */
  readonly #pairs = new Map<string, DatedRate[]>();
  readonly #currencies = new Set<Currency>();

  /** @throws RangeError on a rate that is not above zero */
  constructor(rates: readonly DatedRate[]) {
    for (const rate of rates.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
      toRatio(rate.rate);
      const pair = `${rate.base} ${rate.quote}`;
      const dated = this.#pairs.get(pair) ?? [];
      this.#pairs.set(pair, dated);
      dated.push(rate);
      this.#currencies.add(rate.base).add(rate.quote);
    }
  }

  /** The rate of the day, or the last one before it; null where there is none. A later day's is never taken. What is
   *  nearest to the day wins; of two that are as near, the one that was entered as such, then its inverse, then a
   *  rate through a third currency. */
  find(from: Currency, to: Currency, day: string): FoundRate | null {
    if (from === to) return { ratio: ONE, day: null, legs: [] };
    const leg = this.#leg(from, to, day);
    const direct = leg && { ratio: leg.ratio, day: leg.rate.day, legs: [leg.rate] };
    const found = this.#crossed(from, to, day);
    return found && (direct === null || (found.day ?? "") > direct.day) ? found : direct;
  }

  #crossed(from: Currency, to: Currency, day: string): FoundRate | null {
    let best: FoundRate | null = null;
    for (const between of [...this.#currencies].toSorted()) {
      if (between === from || between === to) continue;
      const [first, second] = [this.#leg(from, between, day), this.#leg(between, to, day)];
      if (!first || !second) continue;
      const earlier = first.rate.day < second.rate.day ? first.rate.day : second.rate.day;
      if (best?.day && best.day >= earlier) continue;
      best = { ratio: product(first.ratio, second.ratio), day: earlier, legs: [first.rate, second.rate] };
    }
    return best;
  }

  #leg(from: Currency, to: Currency, day: string): Leg | null {
    const straight = lastUntil(this.#pairs.get(`${from} ${to}`) ?? [], day);
    const turned = lastUntil(this.#pairs.get(`${to} ${from}`) ?? [], day);
    if (straight && (!turned || turned.day <= straight.day))
      return { ratio: toRatio(straight.rate), rate: straight };
    return turned && { ratio: inverse(toRatio(turned.rate)), rate: turned };
  }
}

function lastUntil(rates: readonly DatedRate[], day: string): DatedRate | null {
  let [low, high] = [0, rates.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rates[middle]?.day ?? "") <= day) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1] ?? null;
}
