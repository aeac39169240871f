import type { Locale } from "@/lib/i18n/locale";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";

/** Every vendor whose calls can have a price, by name. */
export function vendorOptions(locale: Locale): { value: string; label: string }[] {
  const collator = new Intl.Collator(locale);
  return Object.entries(VENDOR_NAMES)
    .filter(([id]) => id !== "demo")
    .map(([value, names]) => ({ value, label: names[locale] }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
}
