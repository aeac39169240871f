import type { Context } from "@/lib/context";
import { findUsage } from "./list-usage";
import { toUsageEntry, type UsageEntry } from "./usage-row";

export const USAGE_PAGE_SIZE = 50;

export interface UsagePage {
  entries: UsageEntry[];
  /** Where the next page begins, or null at the end. */
  nextBeforeId: string | null;
}

/** A page of the team's calls, newest first, with what it takes to show how each cost came about. */
export async function usagePage(context: Context, beforeId: string | null): Promise<UsagePage> {
  const { rows, names } = await findUsage(context, {
    teamId: context.actor.teamId,
    limit: USAGE_PAGE_SIZE + 1,
    ...(beforeId === null ? {} : { beforeId }),
  });
  const entries = rows.slice(0, USAGE_PAGE_SIZE).map((row) => toUsageEntry(row, names));
  return { entries, nextBeforeId: rows.length > USAGE_PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null };
}
