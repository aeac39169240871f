import { findCredential, insertCredential } from "@/db/queries/credentials";
import { findProvider } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { describeCredential } from "./describe-for-audit";
import { requireProviderWrite } from "./require-provider-write";
import { readUndoToken } from "./undo-token";

/** Brings back what `removeCredential` took away.
 *  @throws AppError `conflict` when it is back already; `not_found` after a few minutes, and without its provider */
export async function restoreCredential(context: Context, undo: string): Promise<void> {
  requireProviderWrite(context.actor, "team");
  const { provider: whole, credentials } = readUndoToken(undo, new Date());
  const [row] = credentials;
  if (whole || !row) throw new AppError("not_found");
  const { teamId, id } = row;
  if (teamId === INSTANCE_TEAM_ID) requireProviderWrite(context.actor, "instance");
  else if (teamId !== context.actor.teamId) throw new AppError("not_found");
  await transact(context, async (inner) => {
    const provider = await findProvider(inner.db, teamId, row.providerId);
    if (!provider) throw new AppError("not_found");
    if (await findCredential(inner.db, teamId, id)) throw new AppError("conflict");
    await insertCredential(inner.db, row);
    const after = { ...describeCredential(row), provider: provider.name };
    await recordAudit(inner, { teamId, action: "provider.key.restore", target: id, after });
  });
}
