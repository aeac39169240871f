import { parseWait } from "./retry-after";

type HeaderMap = Readonly<Record<string, string | undefined>>;

/** What a vendor lets a key have of one thing, as it said with an answer. */
export interface Allowance {
  left: number;
  /** Null where it does not say. */
  limit: number | null;
  /** When all of it is there again. */
  fullAtMs: number;
}

export interface Headroom {
  atMs: number;
  requests: Allowance | null;
  /** The scarcest kind of them, where there are several. */
  tokens: Allowance | null;
}

/** Vendors count by the minute. */
const USUAL_PERIOD_MS = 60_000;
const KINDS = {
  requests: ["x-ratelimit-#-requests", "anthropic-ratelimit-requests-#", "x-ratelimit-#-requests-minute"],
  tokens: [
    "x-ratelimit-#-tokens",
    "anthropic-ratelimit-tokens-#",
    "anthropic-ratelimit-input-tokens-#",
    "x-ratelimit-#-tokens-minute",
  ],
} as const;

/** The vendor's limits by the headers of an answer, whose names are in lower case; null where it states none. */
export function readHeadroom(headers: HeaderMap, now: Date): Headroom | null {
  const requests = scarcest(KINDS.requests, headers, now);
  const tokens = scarcest(KINDS.tokens, headers, now);
  return requests || tokens ? { atMs: now.getTime(), requests, tokens } : null;
}

/** The share of its allowance that a key has for one more call, from 0 (no room) to 1, as it has grown since; 1 where
 *  nothing is known.
 *  @param tokens that the call is expected to take */
export function shareLeft(headroom: Headroom | null, tokens: number, nowMs: number): number {
  if (headroom === null) return 1;
  const { atMs, requests, tokens: ofTokens } = headroom;
  return Math.min(share(requests, 1, atMs, nowMs), share(ofTokens, tokens, atMs, nowMs));
}

/** What is left once a call is under way whose answer has not said so yet. */
export function withCall(headroom: Headroom, tokens: number, nowMs: number): Headroom {
  const { atMs, requests, tokens: ofTokens } = headroom;
  return {
    atMs: nowMs,
    requests: less(requests, 1, atMs, nowMs),
    tokens: less(ofTokens, tokens, atMs, nowMs),
  };
}

function scarcest(patterns: readonly string[], headers: HeaderMap, now: Date): Allowance | null {
  let found: Allowance | null = null;
  for (const pattern of patterns) {
    const left = count(headers[pattern.replace("#", "remaining")]);
    if (left === null || (found !== null && found.left <= left)) continue;
    const limit = count(headers[pattern.replace("#", "limit")]);
    const waitMs = parseWait(headers[pattern.replace("#", "reset")] ?? "", now) ?? USUAL_PERIOD_MS;
    found = { left, limit, fullAtMs: now.getTime() + Math.max(0, waitMs) };
  }
  return found;
}

function count(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

function share(allowance: Allowance | null, need: number, atMs: number, nowMs: number): number {
  if (allowance === null) return 1;
  const left = leftAt(allowance, atMs, nowMs);
  if (left === null) return 1;
  if (left < need) return 0;
  return allowance.limit === null ? 1 : Math.min(1, left / allowance.limit);
}

/** Vendors' allowances fill up evenly; null: it is full, however much that is. */
function leftAt({ left, limit, fullAtMs }: Allowance, atMs: number, nowMs: number): number | null {
  if (nowMs >= fullAtMs) return limit;
  if (limit === null || nowMs <= atMs) return left;
  return left + Math.max(0, limit - left) * ((nowMs - atMs) / (fullAtMs - atMs));
}

function less(allowance: Allowance | null, need: number, atMs: number, nowMs: number): Allowance | null {
  const left = allowance && leftAt(allowance, atMs, nowMs);
  if (allowance === null || left === null) return null;
  const { limit, fullAtMs } = allowance;
  const refillMs = limit === null || limit === 0 ? 0 : USUAL_PERIOD_MS * (need / limit);
  return { limit, left: Math.max(0, left - need), fullAtMs: Math.max(fullAtMs, nowMs) + refillMs };
}
