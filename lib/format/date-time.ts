import type { Locale } from "@/lib/i18n/locale";

/** Day and minute of an ISO 8601 instant. */
export function formatDateTime(iso: string, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short", timeZone }).format(
    new Date(iso),
  );
}

/** To the second, with the zone: for a tooltip. */
export function formatInstant(iso: string, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long", timeZone }).format(
    new Date(iso),
  );
}
