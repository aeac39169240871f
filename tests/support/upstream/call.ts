export interface BilledTokens {
  input: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
  reasoning: number;
  /** Of a script that has them only. */
  cacheWrite1h?: number;
  audioInput?: number;
  webSearches?: number;
}

/** One request as the upstream saw it. Times are milliseconds since the epoch. */
export interface Call {
  index: number;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
  /** Null for model lists. */
  model: string | null;
  startedAt: number;
  endedAt: number | null;
  /** When the client went away before the answer was complete. */
  disconnectedAt: number | null;
  status: number | null;
  /** Pieces actually written, reasoning included. */
  sentTokens: number;
  /** What the vendor would bill: as reported for a complete answer, and what was sent for a broken one. Null
   *  for a call that was refused. */
  billed: BilledTokens | null;
}
