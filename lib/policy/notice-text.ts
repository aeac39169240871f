import type { Locale } from "@/lib/i18n/locale";
import type { Notice } from "./notice";

/** In the language that is read, else in the one that there is. */
export function noticeText({ texts }: Pick<Notice, "texts">, locale: Locale): string {
  return texts[locale] ?? texts.en ?? texts["zh-CN"] ?? "";
}
