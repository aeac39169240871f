import { findAccess } from "@/db/queries/members";
import type { Context } from "@/lib/context";
import { log } from "@/lib/log";
import type { Permission } from "@/lib/permissions/permissions";
import { isAllowed } from "@/lib/permissions/require-permission";
import { hearAccess } from "./access-signals";

/** Watches over something that goes on after its request was allowed, as a stream does, and calls `end` once the
 *  person may not have it any more. @returns how to stop watching. */
export function whileAllowed(context: Context, permission: Permission, end: () => void): () => void {
  const { db, actor } = context;
  if (actor.kind !== "person") return () => undefined;
  let isDone = false;
  const stopHearing = hearAccess(db, actor, () => void look());

  async function look(): Promise<void> {
    if (isDone || (await isStillAllowed(context, permission)) || isDone) return;
    stop();
    end();
  }

  function stop(): void {
    isDone = true;
    stopHearing();
  }
  return stop;
}

/** Who cannot be told to be allowed is not. */
async function isStillAllowed({ db, actor }: Context, permission: Permission): Promise<boolean> {
  if (actor.kind !== "person") return true;
  try {
    const role = await findAccess(db, actor.teamId, actor.personId);
    return role !== null && isAllowed({ ...actor, role }, permission);
  } catch (error) {
    log().warn({ err: error }, "could not see whether a stream may go on");
    return false;
  }
}
