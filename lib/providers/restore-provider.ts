import { insertCredential } from "@/db/queries/credentials";
import { findProviderByName, upsertProvider } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { describeForAudit } from "./describe-for-audit";
import { requireProviderWrite } from "./require-provider-write";
import { readUndoToken } from "./undo-token";

/** Brings back what `removeProvider` took away.
 *  @throws AppError `conflict` when the name has been given again; `not_found` after a few minutes */
export async function restoreProvider(context: Context, undo: string): Promise<void> {
  requireProviderWrite(context.actor, "team");
  const { provider: row, credentials } = readUndoToken(undo, new Date());
  if (!row) throw new AppError("not_found");
  if (row.teamId === INSTANCE_TEAM_ID) requireProviderWrite(context.actor, "instance");
  else if (row.teamId !== context.actor.teamId) throw new AppError("not_found");
  await transact(context, async (inner) => {
    if (await findProviderByName(inner.db, row.teamId, row.name)) throw new AppError("conflict");
    await upsertProvider(inner.db, row);
    for (const credential of credentials) await insertCredential(inner.db, credential);
    await recordAudit(inner, {
      teamId: row.teamId,
      action: "provider.restore",
      target: row.id,
      after: describeForAudit(row, credentials),
    });
  });
}
