import type { SealedPersonal } from "./sealed-personal";
import type { Via } from "./via";

/** An entry as it is exported, one a line, with all that its hash covers. */
export interface ChainEntry {
  version: number;
  team: string;
  seq: number;
  id: string;
  /** ISO 8601, UTC, to the millisecond. */
  at: string;
  /** Null: the instance itself. */
  actor: string | null;
  via: Via;
  action: string;
  target: string | null;
  request: string | null;
  before: unknown;
  after: unknown;
  personal: SealedPersonal;
  /** Hexadecimal, as `hash`. */
  prevHash: string;
  hash: string;
}
