import { findProvider, type ProviderRow } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireProviderWrite } from "./require-provider-write";

/** A provider that the actor may change: the team's, or the instance's for its administrator.
 *  @throws AppError `not_found`, for another team's too; `forbidden` */
export async function findWritableProvider({ db, actor }: Context, providerId: string): Promise<ProviderRow> {
  requireProviderWrite(actor, "team");
  const row =
    (await findProvider(db, actor.teamId, providerId)) ??
    (await findProvider(db, INSTANCE_TEAM_ID, providerId));
  if (!row) throw new AppError("not_found");
  if (row.teamId === INSTANCE_TEAM_ID) requireProviderWrite(actor, "instance");
  return row;
}
