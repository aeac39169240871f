import { backoffMs } from "./backoff";
import type { Fault } from "./fault-of";
import type { Attempt, Hop } from "./hop";

export interface HopLimits {
  nowMs: number;
  /** When none is tried any more, but for the first. */
  untilMs: number;
  /** Of the whole prompt, estimated. */
  promptTokens: number;
  /** From 0 to below 1. */
  random: number;
}

export interface NextHop {
  hop: Hop;
  /** Before it is asked: it was asked before, and nothing else is left. */
  waitMs: number;
}

/** Calls for one answer. Those that found the prompt too long do not count. */
export const MOST_CALLS = 12;
/** Of one way, the first included. */
export const MOST_TRIES = 3;
/** Who is to wait longer is better told. */
export const LONGEST_WAIT_MS = 30_000;

/** After these the same way may work a moment later. Who waited out a silence does not wait for another one. */
const PASSING: readonly Fault[] = ["busy", "away", "ill"];

/** Where to go on after `attempts`, none of which said all. The same model comes first, through its other keys and
 *  hosts, then the next model; what shares the fault of one that failed comes after what does not. No way is tried
 *  twice while there is another.
 *  @param hops the most wanted first
 *  @returns null when that was all */
export function nextHop(
  hops: readonly Hop[],
  attempts: readonly Attempt[],
  limits: HopLimits,
): NextHop | null {
  const last = attempts.at(-1);
  if (last && (last.fault === "asker" || limits.nowMs >= limits.untilMs)) return null;
  if (attempts.filter(({ fault }) => fault !== "room").length >= MOST_CALLS) return null;
  const open = hops.filter((hop) => isOpen(hop, attempts, limits.promptTokens));
  const fresh = open.filter(({ id }) => !attempts.some(({ hop }) => hop.id === id));
  const best = bestOf(fresh, attempts);
  return best ? { hop: best, waitMs: 0 } : again(open, attempts, limits);
}

/** Whether nothing that was tried says that this one must fail as well. */
function isOpen(hop: Hop, attempts: readonly Attempt[], promptTokens: number): boolean {
  return attempts.every(({ fault, hop: failed }) => {
    if (fault === "room")
      return hop.contextLength !== null && hop.contextLength > roomBeyond(failed, promptTokens);
    if (fault === "key") return hop.credential !== failed.credential;
    return fault !== "model" || hop.credential !== failed.credential || hop.model !== failed.model;
  });
}

const roomBeyond = ({ contextLength }: Hop, promptTokens: number): number => contextLength ?? promptTokens;

function bestOf(fresh: readonly Hop[], attempts: readonly Attempt[]): Hop | null {
  const near = attempts.at(-1)?.hop.sameAs;
  let best: { hop: Hop; rank: number } | null = null;
  for (const hop of fresh) {
    const rank = rankOf(hop, attempts, near);
    if (best === null || rank < best.rank) best = { hop, rank };
  }
  return best?.hop ?? null;
}

function rankOf(hop: Hop, attempts: readonly Attempt[], near: string | undefined): number {
  const shares = (fault: Fault, of: "address" | "credential") =>
    attempts.some((attempt) => attempt.fault === fault && attempt.hop[of] === hop[of]);
  if (hop.held) return 4;
  if (shares("busy", "credential") || shares("away", "address") || shares("slow", "address")) return 3;
  // Who broke off in the middle is no better through another key.
  const brokeOff = attempts.some(({ said, hop: { address } }) => said && address === hop.address);
  if (hop.sameAs === near && !brokeOff) return 0;
  return shares("ill", "address") ? 2 : 1;
}

/** The way that may be tried again the soonest. */
function again(open: readonly Hop[], attempts: readonly Attempt[], limits: HopLimits): NextHop | null {
  let best: NextHop | null = null;
  for (const hop of open) {
    const tries = attempts.filter((attempt) => attempt.hop.id === hop.id);
    const last = tries.at(-1);
    if (!last || !PASSING.includes(last.fault) || tries.length >= MOST_TRIES) continue;
    const pauseMs = Math.max(last.retryAfterMs ?? 0, backoffMs(tries.length, limits.random));
    const waitMs = Math.max(0, last.endedAtMs + pauseMs - limits.nowMs);
    if (waitMs > LONGEST_WAIT_MS || limits.nowMs + waitMs >= limits.untilMs) continue;
    if (best === null || waitMs < best.waitMs) best = { hop, waitMs };
  }
  return best;
}
