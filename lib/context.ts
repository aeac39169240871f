import type { Db } from "@/db/client";
import type { KeyLimits } from "@/lib/keys/key-limits";
import type { Actor } from "@/lib/permissions/actor";

/** What every use case is given: who acts, where to write, and which request it is part of. */
export interface Context {
  db: Db;
  actor: Actor;
  requestId: string;
  /** Of the key that a program came with; absent: a person's own rights. */
  key?: KeyLimits;
}
