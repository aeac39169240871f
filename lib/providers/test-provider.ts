import { deleteCircuit } from "@/db/queries/circuits";
import { listCredentials } from "@/db/queries/credentials";
import type { Context } from "@/lib/context";
import { findWritableProvider } from "./find-writable-provider";
import { type RefreshResult, refreshModels } from "./refresh-models";

/** Tries the kept keys and refreshes the models. A failure is a result: it is what was asked for. A key that works is
 *  used again at once, whatever went wrong with it before: a person has looked. */
export async function testProvider(context: Context, providerId: string): Promise<RefreshResult> {
  const provider = await findWritableProvider(context, providerId);
  const result = await refreshModels(context, provider);
  for (const { teamId, id, lastError, circuit } of await listCredentials(
    context.db,
    provider.teamId,
    provider.id,
  )) {
    if (circuit?.openUntil && lastError === null)
      await deleteCircuit(context.db, { teamId, credentialId: id });
  }
  return result;
}
