import type { Context } from "@/lib/context";
import { reportUsage, type UsageReport } from "./report-usage";
import { sumUsage, type UsageTotal } from "./sum-usage";
import { type UsagePage, usagePage } from "./usage-page";

export interface UsageOverview {
  /** The newest calls. */
  page: UsagePage;
  totals: UsageTotal[];
  /** The same in the team's reporting currency; null: it has none. */
  report: UsageReport | null;
}

/** The team's first page of calls, or that which begins with one of them, and the totals, both as of one moment, so that what is shown adds up. */
export function usageOverview(context: Context, fromId: string | null = null): Promise<UsageOverview> {
  return context.db.transaction(
    async (tx) => {
      const asOfNow = { ...context, db: tx };
      const page = await usagePage(asOfNow, null, fromId);
      const totals = await sumUsage(asOfNow, { teamId: context.actor.teamId });
      return { page, totals, report: await reportUsage(asOfNow) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
