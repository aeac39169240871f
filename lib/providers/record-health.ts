import type { Db } from "@/db/client";
import { lockCircuit, releaseProbe, updateCircuit } from "@/db/queries/circuits";
import type { UsableCredential } from "@/db/queries/credentials";
import { type AppError, toErrorData } from "@/lib/errors";
import { log } from "@/lib/log";
import { afterFailure, afterSuccess, type Circuit } from "./circuit";
import { isVendorFault } from "./is-vendor-fault";

export interface EndedCall {
  startedAt: Date;
  /** `complete`, or how else it ended. */
  outcome: string;
  error: AppError | null;
  /** Whether it was the probe of the circuit. */
  probing?: boolean;
}

/** Keeps what a call tells of its credential. One that works as it did costs nothing; a failure to write is no failure
 *  of the call. */
export async function recordHealth(db: Db, credential: UsableCredential, call: EndedCall): Promise<void> {
  const change = changeOf(credential, call);
  const key = { teamId: credential.teamId, credentialId: credential.id };
  if (!change && !call.probing) return;
  try {
    // One that says nothing of its key, as a Stop does, lets the next call have the probe.
    if (!change) return await releaseProbe(db, key);
    await db.transaction(async (tx) => {
      const before = await lockCircuit(tx, key, credential.version);
      // The key was replaced while the call went on: what befell the old one is not the new one's doing.
      if (!before) return;
      const after = change(before);
      if (after !== before) await updateCircuit(tx, key, after);
    });
  } catch (error) {
    // Removed meanwhile, most likely.
    log().warn({ err: error, credential: credential.id }, "the health of a credential was not kept");
  }
}

function changeOf(
  { circuit }: UsableCredential,
  { startedAt, outcome, error }: EndedCall,
): ((circuit: Circuit) => Circuit) | null {
  if (outcome === "complete") {
    const stays = circuit === null || afterSuccess(circuit, startedAt) === circuit;
    return stays ? null : (before) => afterSuccess(before, startedAt);
  }
  if (error === null || !isVendorFault(error.code)) return null;
  const failure = { error: toErrorData(error), retryAfterMs: error.retryAfterMs, startedAt };
  return (before) => afterFailure(before, failure, new Date());
}
