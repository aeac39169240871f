import { DEMO_CURRENCY } from "@/lib/money/pico";
import { SHIPPED_RATES } from "./shipped-prices";

/** The currency of a vendor's price lists, by vendor; of those whose known prices are all in one. */
export function listCurrencies(): Record<string, string> {
  const byVendor = Map.groupBy(
    SHIPPED_RATES.filter(({ currency }) => currency !== DEMO_CURRENCY),
    ({ vendor }) => vendor,
  );
  return Object.fromEntries(
    [...byVendor].flatMap(([vendor, rates]) => {
      const [first, ...others] = new Set(rates.map(({ currency }) => currency));
      return first === undefined || others.length > 0 ? [] : [[vendor, first]];
    }),
  );
}
