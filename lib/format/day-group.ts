export const DAY_GROUPS = ["today", "yesterday", "lastSevenDays", "older"] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];

/** Which heading of a list an instant falls under, in the days of `timeZone`. */
export function dayGroup(iso: string, nowMs: number, timeZone: string): DayGroup {
  const age = dayNumber(nowMs, timeZone) - dayNumber(new Date(iso).getTime(), timeZone);
  if (age <= 0) return "today";
  if (age === 1) return "yesterday";
  return age <= 7 ? "lastSevenDays" : "older";
}

/** Days are compared by the calendar, because one with a clock change has 23 or 25 hours. */
function dayNumber(timeMs: number, timeZone: string): number {
  const day = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone }).format(timeMs);
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
