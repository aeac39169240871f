import { type ErrorCode, type ErrorData, toErrorData } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { apiErrorMessage } from "./api-error-message";
import { apiErrorStatus } from "./api-error-status";

/** OpenAI's own names for what they have a name for. */
const CODES: Partial<Record<ErrorCode, string>> = {
  unauthenticated: "invalid_api_key",
  api_key_invalid: "invalid_api_key",
  unknown_model: "model_not_found",
  context_too_long: "context_length_exceeded",
  rate_limited: "rate_limit_exceeded",
  vendor_rate_limited: "rate_limit_exceeded",
  vendor_content_filter: "content_filter",
  invalid_input: "invalid_value",
  unsupported_field: "unsupported_parameter",
};

/** One failure in OpenAI's shape. */
export function apiErrorBody(error: unknown, locale: Locale = "en") {
  const data = toErrorData(error);
  const { field } = data.params;
  return {
    error: {
      message: apiErrorMessage(data, locale),
      type: typeOf(data),
      param: typeof field === "string" && field !== "" ? field : null,
      code: CODES[data.code] ?? data.code,
    },
  };
}

function typeOf(data: ErrorData): string {
  const status = apiErrorStatus(data);
  if (status === 402) return "insufficient_quota";
  if (status === 403) return "permission_error";
  if (status === 429) return "rate_limit_error";
  return status >= 500 ? "server_error" : "invalid_request_error";
}
