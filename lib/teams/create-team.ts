import { z } from "zod";
import { insertTeam, upsertMembership } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

export const TeamName = z.string().trim().min(1).max(80);

/** Makes a team with one member, its owner. */
export async function createTeam(
  context: Context,
  input: { name: string; ownerId: string },
): Promise<{ id: string; name: string }> {
  requireInstancePermission(context.actor, "instance:team");
  const id = newId();
  const name = parse(TeamName, input.name);
  await transact(context, async (inner) => {
    await insertTeam(inner.db, { id, name });
    await upsertMembership(inner.db, { teamId: id, personId: input.ownerId, role: "owner" });
    await recordAudit(inner, {
      teamId: id,
      action: "team.create",
      target: id,
      after: { name, ownerId: input.ownerId },
    });
  });
  return { id, name };
}
