import type { Db } from "@/db/client";
import { findGroup } from "@/db/queries/groups";
import { findUsableInvitation, type InvitationRow } from "@/db/queries/invitations";
import { readFeatures } from "@/lib/features/read-features";
import type { Role } from "@/lib/permissions/roles";
import { invitationEmail } from "./invitation-email";
import { readInvitationToken } from "./token";

export interface OpenInvitation {
  team: { id: string; name: string };
  role: Role;
  groupName: string | null;
  /** Whom it is for alone; null: whoever has the link. */
  email: string | null;
}

/** What a link leads to, for whoever holds it. Null when it was never given out, has expired, was revoked or is used
 *  up: nothing tells which. */
export async function readInvitation(db: Db, token: string): Promise<OpenInvitation | null> {
  const read = readInvitationToken(token);
  const found = read && (await findUsableInvitation(db, read.teamId, read.tokenHash));
  if (!found || !(await isOpenTo(db, found.invitation))) return null;
  const { invitation, team } = found;
  const group = invitation.groupId ? await findGroup(db, team.id, invitation.groupId) : null;
  return { team, role: invitation.role, groupName: group?.name ?? null, email: invitationEmail(invitation) };
}

/** One that lets in whoever has the link is worth nothing while such are switched off. */
export async function isOpenTo(
  db: Db,
  { emailSealed }: Pick<InvitationRow, "emailSealed">,
): Promise<boolean> {
  return emailSealed !== null || (await readFeatures(db)).invitation_links;
}
