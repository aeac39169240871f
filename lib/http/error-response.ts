import { AppError, ERROR_STATUS, type ErrorData, toErrorData } from "@/lib/errors";
import { errorMessage } from "@/lib/i18n/error-message";
import type { Locale } from "@/lib/i18n/locale";
import { log } from "@/lib/log";

export interface ErrorBody {
  error: ErrorData & { message: string };
}

/** One failure as the wire shows it: status, code, and a sentence in the caller's language. */
export function errorResponse(error: unknown, locale: Locale, requestId: string): Response {
  if (!(error instanceof AppError)) log().error({ requestId, err: error }, "unexpected failure");
  const data = toErrorData(error);
  const headers = new Headers({ "x-request-id": requestId });
  if (error instanceof AppError && error.retryAfterMs !== null) {
    headers.set("retry-after", String(Math.ceil(error.retryAfterMs / 1000)));
  }
  const body: ErrorBody = { error: { ...data, message: errorMessage(data, locale) } };
  return Response.json(body, { status: ERROR_STATUS[data.code], headers });
}
