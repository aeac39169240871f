import { appendCorrections } from "@/db/queries/corrections";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";

/** Adds to what a call of the context's team cost. */
export async function correctCall(
  { db, actor }: Context,
  callId: string | null,
  { currency, costPico }: { currency: string; costPico: bigint },
): Promise<void> {
  if (callId === null) throw new RangeError("there was no call");
  await appendCorrections(db, { teamId: actor.teamId, personId: actor.personId, reason: "a test" }, [
    { id: newId(), callId, rate: null, costPico, currency },
  ]);
}
