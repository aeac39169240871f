import type { Locale } from "@/lib/i18n/locale";

/** A count of tokens, in full: 12,345. */
export function formatTokens(tokens: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(tokens);
}

/** A model's context length as the field writes it in every language: 128K, 1M. */
export function formatContextLength(tokens: number): string {
  return new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(tokens);
}
