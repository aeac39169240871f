import type { Locale } from "@/lib/i18n/locale";

/** To make a format takes a hundred times as long as to use it. */
const counts: Record<Locale, Intl.NumberFormat> = {
  en: new Intl.NumberFormat("en"),
  "zh-CN": new Intl.NumberFormat("zh-CN"),
};
const lengths = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** A count of tokens, in full: 12,345. */
export function formatTokens(tokens: number, locale: Locale): string {
  return counts[locale].format(tokens);
}

/** A model's context length as the field writes it in every language: 128K, 1M. */
export function formatContextLength(tokens: number): string {
  return lengths.format(tokens);
}
