import { revokeInvitationsOf } from "@/db/queries/invitations";
import type { Context } from "@/lib/context";
import { PERMISSIONS } from "@/lib/permissions/permissions";
import type { Role } from "@/lib/permissions/roles";

/** Ends the invitations of a member whose new role may not invite: by one of those they would come back as what they
 *  were. Within the transaction of the change. */
export async function endInvitations({ db, actor }: Context, personId: string, role: Role): Promise<void> {
  const inviting: readonly Role[] = PERMISSIONS["invitation:write"];
  if (!inviting.includes(role)) await revokeInvitationsOf(db, actor.teamId, personId);
}
