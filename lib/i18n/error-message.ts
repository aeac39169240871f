import { createTranslator } from "next-intl";
import type { ErrorData } from "@/lib/errors";
import { errorValues } from "./error-values";
import type { Locale } from "./locale";
import { MESSAGES } from "./messages";

/** What happened and what to do, in a person's language. */
export function errorMessage(data: ErrorData, locale: Locale): string {
  const translate = createTranslator({ locale, messages: MESSAGES[locale], namespace: "errors" });
  return translate(data.code, errorValues(data, locale));
}
