import type { LoadPlan } from "../load/plan.ts";
import type { Scenario } from "../upstream/scenario.ts";

export interface Experiment {
  upstream: Scenario;
  load: Pick<LoadPlan, "concurrency" | "rounds" | "spreadMs" | "warmupRounds" | "timeoutMs">;
}

const PACE = 50;
/** Three seconds of text, so that every stream but the first joins a full house. */
const PACED_TOKENS = 150;

const BURST: Scenario = { firstTokenDelayMs: 0, tokens: 200, tokensPerSecond: null };

/** Enough for the compiler to have seen every path often. */
export const WARMUP: Experiment = {
  upstream: BURST,
  load: { concurrency: 10, rounds: 30, spreadMs: 0, warmupRounds: 0, timeoutMs: 120_000 },
};

/** The whole answer at once, ten askers. */
export const BURSTS: Experiment = {
  upstream: BURST,
  load: { concurrency: 10, rounds: 30, spreadMs: 0, warmupRounds: 0, timeoutMs: 120_000 },
};

/** One asker, a server at rest: what the target adds to the upstream's first token. */
export const IDLE: Experiment = {
  upstream: { firstTokenDelayMs: 30, tokens: 20, tokensPerSecond: PACE },
  load: { concurrency: 1, rounds: 40, spreadMs: 0, warmupRounds: 5, timeoutMs: 120_000 },
};

/** Many readers of a model that writes at its own pace. */
export function paced(streams: number): Experiment {
  return {
    upstream: { firstTokenDelayMs: 0, tokens: PACED_TOKENS, tokensPerSecond: PACE },
    load: { concurrency: streams, rounds: 3, spreadMs: 3_000, warmupRounds: 1, timeoutMs: 120_000 },
  };
}

/** One answer at a time, so that what the database writes is for that one alone. */
export const ALONE: Experiment = {
  upstream: { firstTokenDelayMs: 0, tokens: PACED_TOKENS, tokensPerSecond: PACE },
  load: { concurrency: 1, rounds: 6, spreadMs: 0, warmupRounds: 1, timeoutMs: 120_000 },
};

export const LADDER = [10, 25, 50, 75, 100, 150, 200] as const;
/** The rung on which CPU is compared, whatever the time to first token is there. */
export const PACED_STREAMS = 100;
/** A stream is carried while the first token comes within this, at the 95th percentile. */
export const CARRIED_TTFT_MS = 100;

export interface FollowedExperiment {
  upstream: Scenario & { tokensPerSecond: number };
  followers: number;
  timeoutMs: number;
}

export const FOLLOWERS = 1_000;

/** Ten seconds of text, from when everybody is there. */
export const FOLLOWED: FollowedExperiment = {
  upstream: { firstTokenDelayMs: 0, tokens: 500, tokensPerSecond: PACE },
  followers: FOLLOWERS,
  timeoutMs: 120_000,
};

export const FOLLOWED_WARMUP: FollowedExperiment = {
  upstream: { firstTokenDelayMs: 0, tokens: 100, tokensPerSecond: PACE },
  followers: FOLLOWERS,
  timeoutMs: 120_000,
};
