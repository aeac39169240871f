import type { Context } from "@/lib/context";
import { listUsage } from "./list-usage";
import { reportUsage, type UsageReport } from "./report-usage";
import { sumUsage, type UsageTotal } from "./sum-usage";
import { type UsagePage, usagePage } from "./usage-page";

export interface UsageOverview {
  /** The newest calls. */
  page: UsagePage;
  totals: UsageTotal[];
  /** The same in the team's reporting currency; null: it has none. */
  report: UsageReport | null;
  /** Whether there are calls at all, in this period or before it. */
  isUsed: boolean;
}

interface OverviewQuery {
  /** Rows since then; all where it is left out. */
  since?: Date | undefined;
  /** The row that the page begins with, whatever the period. */
  fromId?: string | undefined;
}

/** The team's first page of calls of a period, or that which begins with one of them, and the totals of the period,
 *  both as of one moment, so that what is shown adds up. */
export function usageOverview(
  context: Context,
  { since, fromId }: OverviewQuery = {},
): Promise<UsageOverview> {
  return context.db.transaction(
    async (tx) => {
      const asOfNow = { ...context, db: tx };
      const period = since ? { since } : {};
      const page = await usagePage(asOfNow, fromId === undefined ? period : { fromId });
      const totals = await sumUsage(asOfNow, { teamId: context.actor.teamId, ...period });
      const report = await reportUsage(asOfNow, period);
      return { page, totals, report, isUsed: page.entries.length > 0 || (await hasCalls(asOfNow)) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function hasCalls(context: Context): Promise<boolean> {
  return (await listUsage(context, { teamId: context.actor.teamId, limit: 1 })).length > 0;
}
