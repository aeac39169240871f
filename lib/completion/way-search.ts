import type { Db } from "@/db/client";
import { claimProbe } from "@/db/queries/circuits";
import type { AppError } from "@/lib/errors";
import { type Fault, faultOf } from "@/lib/router/failover/fault-of";
import type { Attempt } from "@/lib/router/failover/hop";
import { nextHop } from "@/lib/router/failover/next-hop";
import { nameOf } from "@/lib/router/model-name";
import type { CallPlan } from "./decide";
import { listWays, type Way } from "./list-ways";
import type { Offers } from "./offers";

interface Bounds {
  promptTokens: number;
  /** By `performance.now()`: when no further way is tried. */
  untilMs: number;
  /** Whether a way may be tried once more. */
  again: boolean;
  /** Whether what was named is asked last: it has just failed. */
  namedLast: boolean;
  /** What was tried for this answer before. */
  attempts: readonly Attempt[];
}

export interface NextWay {
  way: Way;
  waitMs: number;
  /** Nobody else is left to ask. */
  last: boolean;
  /** Whether the call is the probe of its key's circuit, which was claimed for it. */
  probing: boolean;
}

/** Looks for a way to an answer, as long as what is found says nothing. */
export class WaySearch {
  readonly #offers: Offers;
  readonly #plan: CallPlan;
  readonly #bounds: Bounds;
  readonly #attempts: Attempt[];
  #ways: readonly Way[] | null = null;

  constructor(offers: Offers, plan: CallPlan, bounds: Bounds) {
    this.#offers = offers;
    this.#plan = plan;
    this.#bounds = bounds;
    this.#attempts = [...bounds.attempts];
  }

  get attempts(): readonly Attempt[] {
    return this.#attempts;
  }

  /** @returns null when there is nothing left to try */
  async next(db: Db): Promise<NextWay | null> {
    const usual = this.#usualWay();
    if (usual) return { ...usual, waitMs: 0, probing: false };
    for (;;) {
      this.#ways ??= this.#all();
      const { promptTokens, untilMs, again } = this.#bounds;
      const limits = { promptTokens, untilMs, nowMs: performance.now(), random: Math.random() };
      const found = nextHop(this.#ways, this.#attempts, limits);
      const way = found && this.#ways.find(({ id }) => id === found.hop.id);
      if (!found || !way) return null;
      if (!again && this.#isTried(way)) return null;
      const last = !this.#ways.some((one) => one.id !== way.id && !this.#isTried(one));
      if (!way.due || way.key === null) return { way, last, waitMs: found.waitMs, probing: false };
      const key = { teamId: way.key.teamId, credentialId: way.key.id };
      const probing = await claimProbe(db, key, new Date(), PROBE_LEASE_MS);
      const known = { due: false, held: !probing };
      this.#ways = this.#ways.map((one) => (one.credential === way.credential ? { ...one, ...known } : one));
      if (probing) return { way, last, waitMs: found.waitMs, probing };
    }
  }

  /** @param said whether it had begun to answer */
  failed(way: Way, error: AppError | null, said = false): void {
    const fault: Fault = error === null ? "key" : faultOf(error);
    const retryAfterMs = error?.retryAfterMs ?? null;
    this.#attempts.push({ hop: way, fault, said, endedAtMs: performance.now(), retryAfterMs });
  }

  /** The first, where nothing speaks against it: then the others need not be listed. */
  #usualWay(): Pick<NextWay, "way" | "last"> | null {
    if (this.#attempts.length > 0 || this.#bounds.namedLast) return null;
    const [way, ...keys] = listWays(this.#offers, this.#plan, new Date(), 1);
    if (!way || way.due || way.held) return null;
    return { way, last: keys.length === 0 && this.#plan.options.length === 1 };
  }

  #isTried({ id }: Way): boolean {
    return this.#attempts.some(({ hop }) => hop.id === id);
  }

  #all(): readonly Way[] {
    const ways = listWays(this.#offers, this.#plan, new Date());
    if (!this.#bounds.namedLast) return ways;
    const [named] = this.#plan.options;
    const isNamed = ({ option }: Way) => named !== undefined && nameOf(option) === nameOf(named);
    return ways.map((way) => (isNamed(way) ? { ...way, due: false, held: true } : way));
  }
}

/** A probe that has not ended by then holds no other up. */
const PROBE_LEASE_MS = 2 * 60_000;
