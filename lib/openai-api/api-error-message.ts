import type { ErrorData } from "@/lib/errors";
import { errorMessage } from "@/lib/i18n/error-message";
import type { Locale } from "@/lib/i18n/locale";

/** What a program's developer reads: a person is not told which field of what they never saw is wrong; a developer is. */
export function apiErrorMessage(data: ErrorData, locale: Locale): string {
  const { field, problem } = data.params;
  const said = errorMessage(data, locale);
  if (data.code !== "invalid_input" || problem === undefined) return said;
  return `${said} (${field ? `${field}: ` : ""}${problem})`;
}
