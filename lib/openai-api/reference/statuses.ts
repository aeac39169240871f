import { ERROR_STATUS, type ErrorCode } from "@/lib/errors";
import { apiErrorStatus } from "../api-error-status";
import type { ApiOperation } from "./api-operation";

/** Of links, which no program follows. */
const NEVER = new Set([410]);
const READS = new Set([400, 401, 403, 404, 500, 503]);

/** What a failed request can answer with, ascending: from the one table of errors, so that a new one is told of. */
export function statusesOf({ method }: Pick<ApiOperation, "method">): number[] {
  const codes = Object.keys(ERROR_STATUS) as ErrorCode[];
  const all = new Set(codes.map((code) => apiErrorStatus({ code, params: {} })));
  return [...all]
    .filter((status) => !NEVER.has(status) && (method === "POST" || READS.has(status)))
    .sort((one, other) => one - other);
}
