import type { Locale } from "@/lib/i18n/locale";
import { REFERENCE_TEXTS } from "@/lib/i18n/reference-texts";

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a field of an operation is for: as it is told of this operation, else as of any. */
export function describeField(locale: Locale, operationId: string, field: string): string | undefined {
  const texts: Texts = REFERENCE_TEXTS[locale].fields;
  const own = texts[operationId];
  if (own && Object.hasOwn(own, field)) return own[field];
  return Object.hasOwn(texts.common ?? {}, field) ? texts.common?.[field] : undefined;
}

/** A text by its key, or the key where nobody has written it: a test finds those. */
export function textOf<Value>(texts: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
