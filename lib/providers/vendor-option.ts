import type { Locale } from "@/lib/i18n/locale";
import { VENDORS } from "./registry";
import type { Vendor } from "./vendor";

/** A vendor as a form offers it. */
export interface VendorOption {
  id: string;
  name: string;
  key: Vendor["key"];
  hasOwnAddress: boolean;
}

/** Vendors that are connected with an address of their own rather than a key, or without anything. */
const ELSEWHERE = new Set(["openai-compatible", "ollama", "lmstudio", "demo"]);
/** What most people look for comes first. */
const FIRST = ["openai", "anthropic", "deepseek", "google", "xai"];

/** Vendors that a key connects, in the order they are offered. */
export function keyVendors(locale: Locale): VendorOption[] {
  const rank = (id: string) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return Object.values(VENDORS)
    .filter(({ id }) => !ELSEWHERE.has(id))
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, name, key, defaultBaseUrl }) => ({
      id,
      name: name[locale],
      key,
      hasOwnAddress: defaultBaseUrl !== null,
    }));
}

/** Every vendor, those that a key connects first, with all that it is looked for by. */
export function namedVendors(locale: Locale): { id: string; name: string; words: string }[] {
  const offered = keyVendors(locale).map(({ id }) => id);
  const others = Object.keys(VENDORS).filter((id) => !offered.includes(id));
  return [...offered, ...others].flatMap((id) => {
    const vendor = VENDORS[id];
    return vendor ? [{ id, name: vendor.name[locale], words: Object.values(vendor.name).join(" ") }] : [];
  });
}

/** The names of all vendors by id. */
export function vendorNames(locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.values(VENDORS).map(({ id, name }) => [id, name[locale]]));
}
