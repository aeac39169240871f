import { desc, sql } from "drizzle-orm";
import type { DatedRate } from "@/lib/money/rate-book";
import type { Db } from "../client";
import { exchangeRate } from "../schema";

const COLUMNS = {
  base: exchangeRate.base,
  quote: exchangeRate.quote,
  day: exchangeRate.day,
  /** The column keeps twelve digits of each. */
  rate: sql<string>`trim_scale(${exchangeRate.rate})::text`,
  source: exchangeRate.source,
};
/** How many go into one statement. */
const PIECE = 5000;

/** Of a pair and a day the one entered last holds. */
export async function upsertExchangeRates(db: Db, rates: readonly DatedRate[]): Promise<void> {
  for (let start = 0; start < rates.length; start += PIECE) {
    await db
      .insert(exchangeRate)
      .values(rates.slice(start, start + PIECE))
      .onConflictDoUpdate({
        target: [exchangeRate.base, exchangeRate.quote, exchangeRate.day],
        set: { rate: sql`excluded.rate`, source: sql`excluded.source`, createdAt: sql`excluded.created_at` },
      });
  }
}

/** The rates between these currencies, directly or through one other, that hold on any day of a range: those of its
 *  days, and of each pair the last one before. */
export async function listExchangeRates(
  db: Db,
  currencies: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<DatedRate[]> {
  const wanted = sql`array[${sql.join(
    currencies.map((currency) => sql`${currency}`),
    sql`, `,
  )}]::text[]`;
  const rows = await db.execute<{ [Key in keyof DatedRate]: string }>(sql`
    with near as (
      select * from exchange_rate where (base = any(${wanted}) or quote = any(${wanted})) and day <= ${to}::date
    )
    select base, quote, day::text, trim_scale(rate)::text as rate, source from near where day > ${from}::date
    union all
    (select distinct on (base, quote) base, quote, day::text, trim_scale(rate)::text as rate, source from near
      where day <= ${from}::date order by base, quote, near.day desc)`);
  return [...rows];
}

/** The last day's first. */
export async function listNewestExchangeRates(db: Db, limit: number): Promise<DatedRate[]> {
  return db
    .select(COLUMNS)
    .from(exchangeRate)
    .orderBy(desc(exchangeRate.day), exchangeRate.base, exchangeRate.quote)
    .limit(limit);
}

/** @returns what it was, if there was one. */
export async function deleteExchangeRate(
  db: Db,
  { base, quote, day }: Pick<DatedRate, "base" | "quote" | "day">,
): Promise<DatedRate | null> {
  const rows = await db
    .delete(exchangeRate)
    .where(
      sql`${exchangeRate.base} = ${base} and ${exchangeRate.quote} = ${quote} and ${exchangeRate.day} = ${day}`,
    )
    .returning(COLUMNS);
  return rows[0] ?? null;
}
