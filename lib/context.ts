import type { Db } from "@/db/client";
import type { Actor } from "@/lib/permissions/actor";

/** What every use case is given: who acts, where to write, and which request it is part of. */
export interface Context {
  db: Db;
  actor: Actor;
  requestId: string;
}
