import { isApiKeyAlive } from "@/db/queries/api-keys";
import { findAccess } from "@/db/queries/members";
import type { Context } from "@/lib/context";
import { log } from "@/lib/log";
import type { Permission } from "@/lib/permissions/permissions";
import { isAllowed } from "@/lib/permissions/require-permission";
import { hearAccess } from "./access-signals";

/** What changed after a request was let in and before anybody listened was not heard; what is over by then needs no look. */
const FIRST_LOOK_MS = 1_000;

/** Watches over something that goes on after its request was allowed, as a stream does, and calls `end` once the
 *  person may not have it any more, or the key that they came with has ended. @returns how to stop watching. */
export function whileAllowed(context: Context, permission: Permission, end: () => void): () => void {
  const { db, actor } = context;
  if (actor.kind !== "person") return () => undefined;
  let isDone = false;
  const stopHearing = hearAccess(db, actor, () => void look());
  const firstLook = setTimeout(() => void look(), FIRST_LOOK_MS).unref();

  async function look(): Promise<void> {
    if (isDone || (await isStillAllowed(context, permission)) || isDone) return;
    stop();
    end();
  }

  function stop(): void {
    isDone = true;
    clearTimeout(firstLook);
    stopHearing();
  }
  return stop;
}

/** Who cannot be told to be allowed is not. */
async function isStillAllowed({ db, actor, key }: Context, permission: Permission): Promise<boolean> {
  if (actor.kind !== "person") return true;
  try {
    const role = await findAccess(db, actor.teamId, actor.personId);
    if (role === null || !isAllowed({ ...actor, role }, permission)) return false;
    return key === undefined || (await isApiKeyAlive(db, actor.teamId, key.id));
  } catch (error) {
    log().warn({ err: error }, "could not see whether a stream may go on");
    return false;
  }
}
