import type { Locale } from "@/lib/i18n/locale";

/** Names of days of the week, of which Monday is 1. */
export function weekdays(days: readonly number[], locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  // 1 January 2024 was a Monday.
  const names = days.toSorted((a, b) => a - b).map((day) => format.format(new Date(Date.UTC(2024, 0, day))));
  return new Intl.ListFormat(locale, { type: "unit" }).format(names);
}
