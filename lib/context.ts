import type { Db } from "@/db/client";
import type { Via } from "@/lib/audit/via";
import type { KeyLimits } from "@/lib/keys/key-limits";
import type { Actor } from "@/lib/permissions/actor";

/** What every use case is given: who acts, where to write, and which request it is part of. */
export interface Context {
  db: Db;
  actor: Actor;
  requestId: string;
  /** Of the key that a program came with; absent: a person's own rights. */
  key?: KeyLimits;
  /** How the request came. Without it: from the instance itself, or from a page. */
  origin?: Origin;
}

export interface Origin {
  via: Via;
  /** The network address it came from, as `clientAddress` says it; empty or absent where none is known. */
  address?: string;
}
