import type { ChainEntry } from "./chain-entry";
import { hashEntry } from "./encode-entry";

/** What is wrong: an entry that should be here is not; one does not follow on what stands before it; one is not as it
 *  was written; the last one is not the one the chain is known to end with. */
export type BreakReason = "missing" | "unlinked" | "changed" | "end";

export interface ChainBreak {
  /** The place of the first entry that is not in order. */
  seq: number;
  /** Null where there is none at that place. */
  id: string | null;
  reason: BreakReason;
}

export interface ChainEnd {
  seq: number;
  hash: string;
}

export const CHAIN_START: ChainEnd = { seq: 0, hash: "00".repeat(32) };

/** What stands between an entry and the end of what was checked before it; null: nothing, it is in order. */
export function checkNext(end: ChainEnd, entry: ChainEntry): ChainBreak | null {
  const seq = end.seq + 1;
  if (entry.seq !== seq) return { seq, id: null, reason: "missing" };
  const found = { seq, id: entry.id };
  // Of an entry that was changed and of a link that was, the entry's own hash tells first.
  if (hashEntry(entry) !== entry.hash) return { ...found, reason: "changed" };
  if (entry.prevHash !== end.hash) return { ...found, reason: "unlinked" };
  return null;
}

/** Whether the checked entries are all there are, `known` being where the chain is known to end. */
export function checkEnd(end: ChainEnd, known: ChainEnd): ChainBreak | null {
  if (end.seq < known.seq) return { seq: end.seq + 1, id: null, reason: "missing" };
  return end.hash === known.hash ? null : { seq: end.seq, id: null, reason: "end" };
}
