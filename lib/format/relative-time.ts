import type { Locale } from "@/lib/i18n/locale";

const STEPS = [
  ["year", 31_556_952_000],
  ["month", 2_629_746_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "5 minutes ago", "yesterday"; within a minute "now". */
export function formatRelativeTime(iso: string, nowMs: number, locale: Locale): string {
  const differenceMs = new Date(iso).getTime() - nowMs;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, lengthMs] of STEPS) {
    if (Math.abs(differenceMs) >= lengthMs) return format.format(Math.trunc(differenceMs / lengthMs), unit);
  }
  return format.format(0, "second");
}
