import type { Protocol } from "./plan.ts";

/** What one run of the followers' client does; given as JSON in its first argument. */
export interface FollowersPlan {
  askUrl: string;
  /** Of the question that has the answer written. */
  body: string;
  followUrl: string;
  /** Where the upstream is told to begin, once everybody is there. */
  releaseUrl: string;
  protocol: Protocol;
  headers: Record<string, string>;
  followers: number;
  tokens: number;
  tokensPerSecond: number;
  /** The run is cut here; followers that still read then have failed. */
  timeoutMs: number;
  /** Processes whose trees are measured. */
  pids: number[];
}

export interface FollowersResult {
  /** Those who got every character, and no other. */
  complete: number;
  /** Those who did not, the asker among them. */
  failed: number;
  /** Why, of the first few, for the eye. */
  failureSamples: string[];
  /** Of the measured processes, user and system, for a follower to come before the first word. */
  joinCpuMs: number;
  /** From the last follower's coming to the end, for each token of each follower. */
  cpuUsPerTokenAndFollower: number;
  databaseCpuUsPerTokenAndFollower: number;
  /** In how many reads a follower got its answer, on average. */
  pieces: number;
  /** How long after the first follower each has the end. */
  lagMs: { p50: number | null; p95: number | null; max: number | null };
  /** How much later the first follower has the end than the upstream's pace allows. */
  behindMs: number | null;
  /** The most that was seen. */
  rssMb: number;
  /** Share of a core, from the last follower's coming to the end. */
  serverBusy: number;
  /** This client's own. */
  clientBusy: number;
}
