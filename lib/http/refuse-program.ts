import { AppError, toErrorData } from "@/lib/errors";
import { chooseLocale } from "@/lib/i18n/locale";
import { log } from "@/lib/log";
import { apiErrorBody } from "@/lib/openai-api/api-error-body";
import { apiErrorStatus } from "@/lib/openai-api/api-error-status";
import { messagesErrorBody } from "@/lib/openai-api/messages-error-body";

/** Tells a program what went wrong, in its wire's own shape. */
export function refuseProgram(
  error: unknown,
  request: Request,
  requestId: string,
  wire: "openai" | "anthropic",
): Response {
  if (!(error instanceof AppError)) log().error({ requestId, err: error }, "unexpected failure");
  const locale = chooseLocale(undefined, request.headers.get("accept-language"));
  const headers = new Headers({ "x-request-id": requestId, "cache-control": "no-store" });
  if (error instanceof AppError && error.retryAfterMs !== null)
    headers.set("retry-after", String(Math.ceil(error.retryAfterMs / 1000)));
  const bodyOf = wire === "anthropic" ? messagesErrorBody : apiErrorBody;
  return Response.json(bodyOf(error, locale), {
    status: apiErrorStatus(toErrorData(error)),
    headers,
  });
}
