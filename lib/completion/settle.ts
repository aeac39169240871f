import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "@/db/client";
import { type Settlement, settleCall } from "@/db/queries/calls";
import { log } from "@/lib/log";

const RETRY_AFTER_MS = [50, 250, 1000, 3000];

/** Writes the ledger row of a finished call. A database that is away for a moment is waited for; if it stays away,
 *  the open call stays and the reaper settles it. @returns whether the row is written. */
export async function settle(
  db: Db,
  teamId: string,
  callId: string,
  settlement: Settlement,
): Promise<boolean> {
  for (const waitMs of [0, ...RETRY_AFTER_MS]) {
    if (waitMs > 0) await sleep(waitMs);
    try {
      await settleCall(db, teamId, callId, settlement);
      return true;
    } catch (error) {
      log().warn({ err: error, callId }, "could not settle a call yet");
    }
  }
  log().error({ callId }, "a call is left to the reaper");
  return false;
}
