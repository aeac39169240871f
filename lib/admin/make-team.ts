import { z } from "zod";
import { findPersonByEmail } from "@/db/queries/people";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { createTeam, TeamName } from "@/lib/teams/create-team";

export const MakeTeam = z.strictObject({ name: TeamName, ownerEmail: z.string().trim().max(320) });
export type MakeTeam = z.input<typeof MakeTeam>;

/** Makes a team whose owner is named by their e-mail.
 *  @throws AppError `forbidden`; `not_found` with the field `ownerEmail` when nobody has it */
export async function makeTeam(context: Context, input: MakeTeam): Promise<{ id: string; name: string }> {
  requireInstancePermission(context.actor, "instance:team");
  const { name, ownerEmail } = parse(MakeTeam, input);
  const owner = await findPersonByEmail(context.db, ownerEmail);
  if (!owner) throw new AppError("not_found", { field: "ownerEmail" });
  return createTeam(context, { name, ownerId: owner.id });
}
