import type { ListedLedgerRow } from "@/db/queries/ledgers";
import type { Context } from "@/lib/context";
import { readRateBook } from "@/lib/exchange/read-rate-book";
import { type DatedAmount, type ReportedAmount, reportAmount } from "@/lib/exchange/report-amount";
import { getReportingCurrency } from "@/lib/teams/get-reporting-currency";
import { findUsage } from "./list-usage";
import { toUsageEntry, type UsageEntry } from "./usage-row";

export const USAGE_PAGE_SIZE = 50;

export interface UsagePage {
  entries: UsageEntry[];
  /** Where the next page begins, or null at the end. */
  nextBeforeId: string | null;
}

interface UsagePageQuery {
  /** Rows since then; all where it is left out. */
  since?: Date | undefined;
  /** Where the last page ended. */
  beforeId?: string | undefined;
  /** The row that the page begins with. */
  fromId?: string | undefined;
}

/** A page of the team's calls, newest first or from one on, with what it takes to show how each cost came about. */
export async function usagePage(
  context: Context,
  { since, beforeId, fromId }: UsagePageQuery = {},
): Promise<UsagePage> {
  const { rows, names } = await findUsage(context, {
    teamId: context.actor.teamId,
    limit: USAGE_PAGE_SIZE + 1,
    ...(since && { since }),
    ...(beforeId !== undefined && { beforeId }),
    ...(fromId !== undefined && { fromId }),
  });
  const shown = rows.slice(0, USAGE_PAGE_SIZE);
  const reported = await reportRows(context, shown);
  const entries = shown.map((row) => toUsageEntry(row, names, reported.get(row.id) ?? null));
  return { entries, nextBeforeId: rows.length > USAGE_PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null };
}

/** What rows cost in the team's reporting currency, by id; of those that cost something in another. */
async function reportRows(
  context: Context,
  rows: readonly ListedLedgerRow[],
): Promise<Map<string, ReportedAmount>> {
  const currency = await getReportingCurrency(context);
  if (currency === null) return new Map();
  const amounts = rows.flatMap((row): (DatedAmount & { id: string })[] =>
    row.costPico === null || row.currency === null || row.demo || row.currency === currency
      ? []
      : [{ id: row.id, currency: row.currency, day: row.costDay, pico: BigInt(row.costPico) }],
  );
  const book = await readRateBook(context.db, amounts, currency);
  return new Map(amounts.map((amount) => [amount.id, reportAmount([amount], currency, book)]));
}
