import type { Db } from "@/db/client";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";

/** The instance itself as the actor: at start-up, and while its first owner is made. */
export function instanceContext(db: Db): Context {
  return {
    db,
    actor: { kind: "instance", personId: INSTANCE_TEAM_ID, teamId: INSTANCE_TEAM_ID },
    requestId: newId(),
  };
}
