import { Option } from "commander";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/i18n/locale";

/** In which language mail to those who are invited is written. */
export const languageOption = (): Option =>
  new Option("--language <language>", "of the mail, where mail is sent")
    .choices(LOCALES)
    .default(DEFAULT_LOCALE);
