import { getLocale } from "next-intl/server";
import { type Locale, toLocale } from "@/lib/i18n/locale";

/** The language of who asks, for what is mailed to them. */
export async function pageLocale(): Promise<Locale> {
  return toLocale(await getLocale());
}
