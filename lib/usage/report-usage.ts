import { sumLedgerByDay } from "@/db/queries/ledgers";
import { findTeams } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { readRateBook } from "@/lib/exchange/read-rate-book";
import { type ReportedAmount, reportAmount } from "@/lib/exchange/report-amount";
import { usageScope } from "./scope";

export interface UsageReport {
  /** The team's reporting currency. */
  currency: string;
  /** The total of each currency that the vendors charge in. */
  totals: (ReportedAmount & { of: string })[];
  /** Of all that could be converted. */
  sum: ReportedAmount;
}

/** What the team's calls cost in its reporting currency, each at the rate of its day; null: it has none. What the demo
 *  invents is left out.
 *  @throws AppError as `usageScope` */
export async function reportUsage(
  { db, actor }: Context,
  { since }: { since?: Date } = {},
): Promise<UsageReport | null> {
  const filter = { ...usageScope(actor, actor.teamId), ...(since === undefined ? {} : { since }) };
  const currency = await reportingCurrencyOf({ db, actor });
  if (currency === null) return null;
  const sums = await sumLedgerByDay(db, filter);
  const amounts = sums.map(({ costPico, ...sum }) => ({ ...sum, pico: BigInt(costPico) }));
  const book = await readRateBook(db, amounts, currency);
  const totals = [...Map.groupBy(amounts, (amount) => amount.currency)].map(([of, own]) => ({
    of,
    own,
    reported: reportAmount(own, currency, book),
  }));
  const convertible = totals.filter(({ reported }) => reported.amount !== null).flatMap(({ own }) => own);
  return {
    currency,
    totals: totals.map(({ of, reported }) => ({ of, ...reported })),
    sum: reportAmount(convertible, currency, book),
  };
}

export async function reportingCurrencyOf({
  db,
  actor,
}: Pick<Context, "db" | "actor">): Promise<string | null> {
  const [team] = await findTeams(db, [actor.teamId]);
  return team?.reportingCurrency ?? null;
}
