import { deleteCredential, listCredentials } from "@/db/queries/credentials";
import { lockProvider } from "@/db/queries/providers";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { describeCredential } from "./describe-for-audit";
import { findWritableCredential } from "./find-writable-credential";
import { requireProviderWrite } from "./require-provider-write";
import { writeUndoToken } from "./undo-token";

/** Revokes a key: no call begins with it any more. A provider keeps its last one; that goes with the provider.
 *  @returns what `restoreCredential` takes, for a few minutes.
 *  @throws AppError `conflict` for the last one */
export async function removeCredential(context: Context, credentialId: string): Promise<{ undo: string }> {
  requireProviderWrite(context.actor, "team");
  return transact(context, async (inner) => {
    const { provider, credential } = await findWritableCredential(inner, credentialId);
    const { teamId } = credential;
    await lockProvider(inner.db, teamId, provider.id);
    const all = await listCredentials(inner.db, teamId, provider.id);
    if (all.length < 2) throw new AppError("conflict");
    if (!(await deleteCredential(inner.db, teamId, credentialId))) throw new AppError("not_found");
    await recordAudit(inner, {
      teamId,
      action: "provider.key.remove",
      target: credentialId,
      before: { ...describeCredential(credential), provider: provider.name },
    });
    return { undo: writeUndoToken({ provider: null, credentials: [credential] }, new Date()) };
  });
}
