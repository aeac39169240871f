import type { Fault } from "./fault-of";

/** One way to an answer: a model of a provider, through one of its keys. */
export interface Hop {
  /** Equal only for the same way. */
  id: string;
  /** Of the key, or of the provider where it has none. */
  credential: string;
  /** Where the vendor is reached. */
  address: string;
  model: string;
  /** Equal for the same model at different hosts. */
  sameAs: string;
  /** Tokens; null where it is not known. */
  contextLength: number | null;
  /** Whether its circuit keeps it for when nothing else is left. */
  held: boolean;
}

/** A way that was tried in vain. */
export interface Attempt {
  hop: Hop;
  fault: Fault;
  /** It had begun to answer. */
  said: boolean;
  endedAtMs: number;
  /** What the vendor asked to wait; null where it did not say. */
  retryAfterMs: number | null;
}
