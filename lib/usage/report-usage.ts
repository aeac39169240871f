import { sumLedgerByDay } from "@/db/queries/ledgers";
import type { Context } from "@/lib/context";
import { readRateBook } from "@/lib/exchange/read-rate-book";
import { type ReportedAmount, reportAmount, sumReported } from "@/lib/exchange/report-amount";
import { getReportingCurrency } from "@/lib/teams/get-reporting-currency";
import { usageScope } from "./scope";

export interface UsageReport {
  /** The team's reporting currency. */
  currency: string;
  /** The total of each currency that the vendors charge in. */
  totals: (ReportedAmount & { of: string })[];
  /** Exact decimal of all that could be converted; null: nothing could. */
  sum: string | null;
}

/** What the team's calls cost in its reporting currency, each at the rate of its day; null: it has none. What the demo
 *  invents is left out.
 *  @throws AppError as `usageScope` */
export async function reportUsage(
  context: Context,
  range: { since?: Date; keyId?: string } = {},
): Promise<UsageReport | null> {
  const { db, actor } = context;
  const filter = { ...usageScope(actor, actor.teamId), ...range };
  const currency = await getReportingCurrency(context);
  if (currency === null) return null;
  const sums = await sumLedgerByDay(db, filter);
  const amounts = sums.map(({ costPico, ...sum }) => ({ ...sum, pico: BigInt(costPico) }));
  const book = await readRateBook(db, amounts, currency);
  const totals = [...Map.groupBy(amounts, (amount) => amount.currency)].map(([of, own]) => ({
    of,
    ...reportAmount(own, currency, book),
  }));
  return { currency, totals, sum: sumReported(amounts, currency, book) };
}
