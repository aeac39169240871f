import type { Db } from "@/db/client";
import { findCallCost } from "@/db/queries/call-costs";
import { type Settlement, settleCall } from "@/db/queries/calls";
import { log } from "@/lib/log";
import { MINUTES_MS, patiently } from "@/lib/patiently";

/** Writes the ledger row of a finished call. A database that is away is waited for, for minutes, while the caller keeps
 *  the call alive; if it stays away, the open call stays and a reaper settles it. */
export async function settle(db: Db, teamId: string, callId: string, settlement: Settlement): Promise<void> {
  try {
    await patiently(
      () => settleOnce(db, teamId, callId, settlement),
      (error) => log().warn({ err: error, callId }, "could not settle a call yet"),
      MINUTES_MS,
    );
  } catch (error) {
    log().error({ err: error, callId }, "a call is left to the reaper");
  }
}

async function settleOnce(db: Db, teamId: string, callId: string, settlement: Settlement): Promise<void> {
  if (await settleCall(db, teamId, callId, settlement)) return;
  // The answer to a try before was lost; or another process took this one for dead.
  const { status, costPico } = settlement;
  const kept = await findCallCost(db, teamId, callId);
  if (kept?.costStatus === status && kept.costPico === (costPico?.toString() ?? null)) return;
  log().error(
    {
      callId,
      kept: kept && { status: kept.costStatus, costPico: kept.costPico },
      lost: { status, costPico },
    },
    "a reaper settled a call before its own process could: the ledger keeps the estimate",
  );
}
