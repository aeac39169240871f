import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { actingRole } from "./acting-role";
import { stopWhatBegan } from "./close-access";
import { requireMember } from "./require-member";
import { takeOut } from "./take-out";

/** Leaves the team. @throws AppError `last_owner` */
export async function leaveTeam(context: Context): Promise<void> {
  requirePermission(context.actor, "team:leave");
  const { personId } = context.actor;
  await transact(context, async (inner) => {
    await actingRole(inner, "team:leave");
    await takeOut(inner, await requireMember(inner, personId), "member.leave");
  });
  await stopWhatBegan(context, personId);
}
