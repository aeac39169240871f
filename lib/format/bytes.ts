import type { Locale } from "@/lib/i18n/locale";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
const STEP = 1000;

/** A size in the largest unit that it has one of: `1.3 GB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const order = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[order] ?? "byte",
    maximumFractionDigits: 1,
  }).format(bytes / STEP ** order);
}
