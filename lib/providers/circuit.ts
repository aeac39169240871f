import type { ErrorCode, ErrorData } from "@/lib/errors";

/** What is known of a credential's failures in a row. Closed while `openUntil` is null. Once that has passed, one call
 *  at a time goes through as a probe, until one succeeds. */
export interface Circuit {
  failures: number;
  /** How often it opened since the last success. */
  openings: number;
  openedAt: Date | null;
  openUntil: Date | null;
  /** A probe is under way, until then at the latest. */
  probeUntil: Date | null;
  lastFailureAt: Date | null;
  lastError: ErrorData | null;
}

export interface Failure {
  error: ErrorData;
  /** What the vendor asked to wait, if it did. */
  retryAfterMs: number | null;
  /** When the call began. */
  startedAt: Date;
}

export type Standing = "closed" | "open" | "due" | "probing";

export const NO_FAILURES: Circuit = {
  failures: 0,
  openings: 0,
  openedAt: null,
  openUntil: null,
  probeUntil: null,
  lastFailureAt: null,
  lastError: null,
};

/** One failure may be chance; the third in a row is not. */
export const FAILURES_TO_OPEN = 3;
/** A busy vendor is back in seconds; a key or an account that was refused waits for a person. */
const HASTY = { firstMs: 10_000, longestMs: 10 * 60_000 };
const PATIENT = { firstMs: 5 * 60_000, longestMs: 60 * 60_000 };
const FOR_A_PERSON: readonly ErrorCode[] = ["vendor_key_rejected", "vendor_quota_exhausted"];

export function standing({ openUntil, probeUntil }: Circuit, now: Date): Standing {
  if (openUntil === null) return "closed";
  if (now < openUntil) return "open";
  return probeUntil !== null && now < probeUntil ? "probing" : "due";
}

/** The circuit after a failure that is the vendor's. A vendor that says how long to wait is believed at once. A call
 *  that began while it was open says nothing new. */
export function afterFailure(
  circuit: Circuit,
  { error, retryAfterMs, startedAt }: Failure,
  now: Date,
): Circuit {
  if (circuit.openUntil !== null && startedAt < circuit.openUntil) return circuit;
  const failures = circuit.failures + 1;
  const failed = { ...circuit, failures, lastFailureAt: now, lastError: error };
  const opens = circuit.openings > 0 || retryAfterMs !== null || failures >= FAILURES_TO_OPEN;
  if (!opens) return failed;
  const openings = circuit.openings + 1;
  const wait = waitMs(error.code, openings, retryAfterMs);
  return { ...failed, openings, openedAt: now, openUntil: new Date(now.getTime() + wait), probeUntil: null };
}

/** The circuit after a success; the same one when nothing changed. What a call that began before it opened says is
 *  out of date. The last failure stays, for people to read. */
export function afterSuccess(circuit: Circuit, startedAt: Date): Circuit {
  if (circuit.failures === 0 && circuit.openUntil === null) return circuit;
  if (circuit.openedAt !== null && startedAt < circuit.openedAt) return circuit;
  const { lastFailureAt, lastError } = circuit;
  return { ...NO_FAILURES, lastFailureAt, lastError };
}

function waitMs(code: ErrorCode, openings: number, retryAfterMs: number | null): number {
  const { firstMs, longestMs } = FOR_A_PERSON.includes(code) ? PATIENT : HASTY;
  const doubled = Math.min(longestMs, firstMs * 2 ** (openings - 1));
  if (retryAfterMs === null) return doubled;
  return openings === 1 ? retryAfterMs : Math.max(retryAfterMs, doubled);
}
