import type { Choice } from "../../lib/router/choice.ts";

/** `completions`: OpenAI's stream, passed on. `ui-messages`: AI SDK's stream, asked for as its guide does.
 *  `wye`: AI SDK's stream, asked for as Wye's page does. */
export type Protocol = "completions" | "ui-messages" | "wye";

/** What one run of the load client does; given as JSON in its first argument. */
export interface LoadPlan {
  url: string;
  protocol: Protocol;
  headers: Record<string, string>;
  /** Only for `wye`. */
  choice: Choice | null;
  /** Streams at a time; each is followed by the next until `rounds` are done. */
  concurrency: number;
  rounds: number;
  /** The first round's streams start spread over this time. */
  spreadMs: number;
  /** Rounds that fill the server before times count. */
  warmupRounds: number;
  /** The upstream's own, taken off every time to first token. */
  firstTokenDelayMs: number;
  tokens: number;
  /** The run is cut here; streams that are open then count as errors. */
  timeoutMs: number;
  /** Processes whose trees are measured. */
  pids: number[];
}

export interface LoadResult {
  streams: number;
  errors: number;
  /** The first few, for the eye. */
  errorSamples: string[];
  tokens: number;
  /** Text deltas that arrived; fewer than tokens where a target merges. */
  deltas: number;
  seconds: number;
  tokensPerSecond: number;
  /** Beyond the upstream's own delay. */
  ttftMs: { p50: number | null; p95: number | null; p99: number | null };
  /** Of the measured processes, user and system. */
  cpuMs: number;
  /** Part of `cpuMs`: the database. */
  databaseCpuMs: number;
  cpuUsPerToken: number | null;
  cpuMsPerStream: number | null;
  rssMb: number;
  /** This client's own CPU time. */
  clientCpuMs: number;
}
