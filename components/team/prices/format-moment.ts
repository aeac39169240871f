import { formatDateTime, formatDay } from "@/lib/format/date-time";
import type { Locale } from "@/lib/i18n/locale";

const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})(T00:00(:00(\.0+)?)?Z)?$/;

/** When a price begins or ends: a day where it is one, which is UTC's; else the minute in the person's zone. */
export function formatMoment(iso: string, locale: Locale, timeZone: string): string {
  const day = MIDNIGHT.exec(iso)?.[1];
  return day === undefined ? formatDateTime(iso, locale, timeZone) : formatDay(day, locale);
}
