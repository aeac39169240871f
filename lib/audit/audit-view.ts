import type { Via } from "./via";

/** A person that an entry names; `name` is null where nobody knows it any more. */
export interface NamedId {
  id: string;
  name: string | null;
}

/** One thing that was before, is after, or both. `null`: was not there. */
export interface AuditChange {
  /** The way to it in what was recorded: `rate.input`. */
  field: string;
  before: string | null;
  after: string | null;
  /** Whether a value that stood here was somebody's and their key is destroyed. */
  erased: boolean;
}

/** An entry as a person reads it. */
export interface AuditView {
  seq: number;
  id: string;
  /** ISO 8601. */
  at: string;
  /** Null: the instance itself. */
  actor: NamedId | null;
  via: Via;
  action: string;
  target: NamedId | null;
  changes: AuditChange[];
  /** Null: none is known; `erased`: it was, and the person was erased. */
  address: { value: string } | "erased" | null;
  requestId: string | null;
  hash: string;
}
