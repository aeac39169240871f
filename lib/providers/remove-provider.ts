import { listCredentials } from "@/db/queries/credentials";
import { deleteProvider } from "@/db/queries/providers";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { describeForAudit } from "./describe-for-audit";
import { findWritableProvider } from "./find-writable-provider";
import { requireProviderWrite } from "./require-provider-write";
import { writeUndoToken } from "./undo-token";

/** Disconnects a provider. @returns what `restoreProvider` takes, for a few minutes. */
export async function removeProvider(context: Context, providerId: string): Promise<{ undo: string }> {
  requireProviderWrite(context.actor, "team");
  return transact(context, async (inner) => {
    const row = await findWritableProvider(inner, providerId);
    const credentials = await listCredentials(inner.db, row.teamId, row.id);
    if (!(await deleteProvider(inner.db, row.teamId, row.id))) throw new AppError("not_found");
    await recordAudit(inner, {
      teamId: row.teamId,
      action: "provider.remove",
      target: row.id,
      before: describeForAudit(row, credentials),
    });
    return { undo: writeUndoToken({ provider: row, credentials }, new Date()) };
  });
}
