import { z } from "zod";
import { listGroupsOfMember, upsertGroupMembers } from "@/db/queries/groups";
import { findPersonByEmail } from "@/db/queries/people";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireMember } from "@/lib/members/require-member";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { requireGroup } from "./require-group";

export const AddToGroup = z.strictObject({
  groupId: z.uuid(),
  /** Whom, by id or by the whole e-mail: a manager does not see who else is in the team. */
  who: z.union([
    z.strictObject({ personId: z.uuid() }),
    z.strictObject({ email: z.string().trim().max(320) }),
  ]),
});
export type AddToGroup = z.infer<typeof AddToGroup>;

/** Puts a member of the team in a group. @throws AppError `forbidden`, `not_found` */
export async function addToGroup(
  context: Context,
  { groupId, who }: AddToGroup,
): Promise<{ personId: string }> {
  requirePermission(context.actor, "group:members");
  return transact(context, async (inner) => {
    const { teamId } = await requireGroup(inner, groupId);
    const personId = "email" in who ? (await findPersonByEmail(inner.db, who.email))?.id : who.personId;
    if (personId === undefined) throw new AppError("not_found", { field: "member" });
    await requireMember(inner, personId);
    const groups = await listGroupsOfMember(inner.db, teamId, personId);
    if (groups.some(({ id }) => id === groupId)) return { personId };
    await upsertGroupMembers(inner.db, [{ teamId, groupId, personId }]);
    await recordAudit(inner, { action: "group.add_member", target: personId, after: { groupId } });
    return { personId };
  });
}
