import { toErrorData } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { apiErrorMessage } from "./api-error-message";
import { apiErrorStatus } from "./api-error-status";

const TYPES: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  408: "timeout_error",
  409: "invalid_request_error",
  422: "invalid_request_error",
  413: "request_too_large",
  429: "rate_limit_error",
  503: "overloaded_error",
};

/** One failure in Anthropic's shape. */
export function messagesErrorBody(error: unknown, locale: Locale = "en") {
  const data = toErrorData(error);
  const type = TYPES[apiErrorStatus(data)] ?? "api_error";
  return { type: "error", error: { type, message: apiErrorMessage(data, locale) } };
}
