import { ERROR_STATUS, type ErrorCode, type ErrorData } from "@/lib/errors";

/** Where a program is told another status than a page: its libraries try again, or not, by it. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  context_too_long: 400,
  vendor_content_filter: 400,
  vendor_rate_limited: 429,
  no_model: 503,
};

export function apiErrorStatus({ code, params }: Pick<ErrorData, "code" | "params">): number {
  // What the vendor says is wrong with the request is wrong with the program's.
  if (code === "vendor_refused" && isClientStatus(params.status)) return 400;
  return STATUSES[code] ?? ERROR_STATUS[code];
}

const isClientStatus = (status: unknown): boolean =>
  typeof status === "number" && status >= 400 && status < 500;
