/** Days until now, or everything. */
export const PERIODS = ["7", "30", "90", "365", "all"] as const;
export type Period = (typeof PERIODS)[number];

export const DEFAULT_PERIOD: Period = "30";

const HOUR_MS = 3_600_000;

/** When the period begins that ends now; null: with the first row. It begins with an hour, so that a page which comes
 *  again in a moment is of the same time. */
export function beginOf(period: Period, now: Date): Date | null {
  if (period === "all") return null;
  const hours = Math.floor(now.getTime() / HOUR_MS) - Number(period) * 24;
  return new Date(hours * HOUR_MS);
}
