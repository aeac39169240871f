import type { Locale } from "@/lib/i18n/locale";

/** 420ms, 3.2s, 1m 5s; 420ms, 3.2秒, 1分钟5秒. */
export function formatDuration(durationMs: number, locale: Locale): string {
  if (durationMs < 1000) return unit(Math.round(durationMs), "millisecond", locale);
  if (durationMs < 10_000) return unit(Math.round(durationMs / 100) / 10, "second", locale);
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return unit(seconds, "second", locale);
  const parts = [unit(Math.floor(seconds / 60), "minute", locale), unit(seconds % 60, "second", locale)];
  return parts.join(locale === "en" ? " " : "");
}

function unit(value: number, name: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "narrow" }).format(value);
}
