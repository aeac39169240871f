import type { Db } from "@/db/client";
import { type Settlement, settleCall } from "@/db/queries/calls";
import { log } from "@/lib/log";
import { patiently } from "@/lib/patiently";

/** Writes the ledger row of a finished call. A database that is away for a moment is waited for; if it stays away,
 *  the open call stays and the reaper settles it. */
export async function settle(db: Db, teamId: string, callId: string, settlement: Settlement): Promise<void> {
  try {
    const settled = await patiently(
      () => settleCall(db, teamId, callId, settlement),
      (error) => log().warn({ err: error, callId }, "could not settle a call yet"),
    );
    // Only a reaper that took this process for dead, or a first try whose answer was lost, comes before.
    if (!settled) log().warn({ callId }, "a call had been settled before");
  } catch (error) {
    log().error({ err: error, callId }, "a call is left to the reaper");
  }
}
