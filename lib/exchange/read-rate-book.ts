import type { Db } from "@/db/client";
import { listExchangeRates } from "@/db/queries/exchange-rates";
import { RateBook } from "@/lib/money/rate-book";

/** The rates by which amounts of these currencies and days are found in `target`. */
export async function readRateBook(
  db: Db,
  amounts: readonly { currency: string; day: string }[],
  target: string,
): Promise<RateBook> {
  const foreign = amounts.filter(({ currency }) => currency !== target);
  const days = foreign.map(({ day }) => day).toSorted();
  const [from, to] = [days.at(0), days.at(-1)];
  if (from === undefined || to === undefined) return new RateBook([]);
  const currencies = [...new Set([target, ...foreign.map(({ currency }) => currency)])];
  return new RateBook(await listExchangeRates(db, currencies, { from, to }));
}
