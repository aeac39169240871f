import type { Fault } from "../script.ts";
import type { Refusal } from "./wire.ts";

type Row = readonly [status: number, type: string, code: string | null, message: string];

const ROWS: Readonly<Partial<Record<Fault, Row>>> = {
  unauthorized: [401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided: sk-secret."],
  forbidden: [
    403,
    "invalid_request_error",
    "unsupported_country",
    "Country, region, or territory not supported.",
  ],
  model_missing: [
    404,
    "invalid_request_error",
    "model_not_found",
    "The model does not exist or you lack access.",
  ],
  rate_limit: [429, "requests", "rate_limit_exceeded", "Rate limit reached for requests per minute."],
  quota: [
    429,
    "insufficient_quota",
    "insufficient_quota",
    "You exceeded your current quota, check your plan.",
  ],
  context_length: [
    400,
    "invalid_request_error",
    "context_length_exceeded",
    "This model's maximum context length is 8.",
  ],
  content_filter: [
    400,
    "invalid_request_error",
    "content_policy_violation",
    "Rejected by our content policy.",
  ],
  bad_request: [400, "invalid_request_error", null, "Invalid value for a parameter."],
  server_error: [500, "server_error", null, "The server had an error while processing your request."],
  overloaded: [503, "server_error", "overloaded", "The engine is currently overloaded."],
};

export function refuseAsOpenAI(fault: Fault, retryAfterSeconds: number): Refusal {
  const [status, type, code, message] = ROWS[fault] ?? [500, "server_error", null, "unexpected fault"];
  const headers: Record<string, string> =
    fault === "rate_limit" ? { "retry-after": String(retryAfterSeconds) } : {};
  return { status, body: { error: { message, type, param: null, code } }, headers };
}
