import { chooseLocale, type Locale } from "@/lib/i18n/locale";

/** The language of the terminal: Node reads LC_ALL, LC_MESSAGES and LANG into Intl's default. */
export function systemLocale(): Locale {
  return chooseLocale(undefined, new Intl.DateTimeFormat().resolvedOptions().locale);
}
