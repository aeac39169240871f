import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { mayChangeOwner } from "@/lib/permissions/may-change-owner";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { actingRole } from "./acting-role";
import { stopWhatBegan } from "./close-access";
import { requireMember } from "./require-member";
import { takeOut } from "./take-out";

/** Takes somebody else out of the team; their chats stay. @returns what `undoRemoval` takes, for a few minutes
 *  @throws AppError `forbidden`, `not_found`, `last_owner` */
export async function removeMember(context: Context, personId: string): Promise<{ undo: string }> {
  requirePermission(context.actor, "people:write");
  const { actor } = context;
  const undo = await transact(context, async (inner) => {
    const acting = await actingRole(inner, "people:write");
    const member = await requireMember(inner, personId);
    const isSelf = actor.kind === "person" && actor.personId === personId;
    if (!mayChangeOwner(acting, member.role) || isSelf) throw new AppError("forbidden");
    return takeOut(inner, member, "member.remove");
  });
  await stopWhatBegan(context, personId);
  return { undo };
}
