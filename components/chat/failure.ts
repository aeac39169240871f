import type { MessageMetadata } from "@/lib/chat/message";
import { ERROR_STATUS, type ErrorCode, type ErrorData, type ErrorParams } from "@/lib/errors";

/** Why a reply failed, as the browser knows it: the server's own reason, or that the server was not reached. */
export type Failure = { kind: "error"; error: ErrorData } | { kind: "offline" };

/** Why an answer failed: what this page saw go wrong, or what the server recorded. */
export function failureOf(metadata: MessageMetadata | undefined, seen: Failure | null): Failure | null {
  return seen ?? (metadata?.error ? { kind: "error", error: metadata.error } : null);
}

/** Reads what `useChat` reports: the text of an `error` chunk `{code, params}`, the body of a refused request
 *  `{error: {code, params}}`, or what `fetch` threw. */
export function toFailure(error: Error): Failure {
  const found = toErrorData(parseJson(error.message));
  if (found !== null) return { kind: "error", error: found };
  if (error instanceof TypeError) return { kind: "offline" };
  return { kind: "error", error: { code: "internal", params: {} } };
}

function toErrorData(value: unknown): ErrorData | null {
  if (!isRecord(value)) return null;
  if (isRecord(value.error)) return toErrorData(value.error);
  if (!isErrorCode(value.code)) return null;
  const params = isRecord(value.params) ? toParams(value.params) : {};
  return {
    ...{ code: value.code, params },
    ...(typeof value.alternative === "string" && { alternative: value.alternative }),
  };
}

function toParams(value: Record<string, unknown>): ErrorParams {
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return Object.fromEntries(entries);
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(ERROR_STATUS, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
