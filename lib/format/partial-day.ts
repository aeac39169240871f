import type { Locale } from "@/lib/i18n/locale";

/** A year, a month or a day (`2024`, `2024-10`, `2024-10-31`), as far as it is known. */
export function formatPartialDay(text: string, locale: Locale): string {
  const [, month, day] = text.split("-");
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    ...(month !== undefined && { month: "long" }),
    ...(day !== undefined && { day: "numeric" }),
    timeZone: "UTC",
  }).format(new Date(text));
}
