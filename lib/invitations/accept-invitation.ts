import type { Db } from "@/db/client";
import { findGroup, upsertGroupMembers } from "@/db/queries/groups";
import { findUsableInvitation, type InvitationRow, takeUse } from "@/db/queries/invitations";
import { insertMembership, lockTeam } from "@/db/queries/members";
import { findPerson } from "@/db/queries/people";
import { findMembership } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { invitationEmail } from "./invitation-email";
import { isOpenTo } from "./read-invitation";
import { readInvitationToken } from "./token";

interface Accept {
  personId: string;
  token: string;
  /** The network address that they come from. */
  address: string;
}

/** Lets a person into the team that their link leads to, as what the invitation says. Who is in it already stays what
 *  they are and uses nothing up. The link is what permits it.
 *  @throws AppError `invitation_invalid` for every link that does not, and for a suspended member;
 *  `invitation_elsewhere` */
export async function acceptInvitation(
  db: Db,
  { personId, token, address }: Accept,
): Promise<{ teamId: string }> {
  const read = readInvitationToken(token);
  if (!read) throw new AppError("invitation_invalid");
  const { teamId, tokenHash } = read;
  return db.transaction(async (tx) => {
    await lockTeam(tx, teamId);
    const found = await findUsableInvitation(tx, teamId, tokenHash);
    const person = await findPerson(tx, personId);
    if (!found || !person || person.suspendedAt) throw new AppError("invitation_invalid");
    if (!(await isOpenTo(tx, found.invitation))) throw new AppError("invitation_invalid");
    requireMeant(found.invitation, person.email);
    const member = await findMembership(tx, teamId, personId);
    if (member?.suspendedAt) throw new AppError("invitation_invalid");
    if (member) return { teamId };
    const used = await takeUse(tx, teamId, tokenHash);
    if (!used) throw new AppError("invitation_invalid");
    await join(tx, used, { personId, address });
    return { teamId };
  });
}

/** @throws AppError `invitation_elsewhere` */
function requireMeant(invitation: InvitationRow, email: string): void {
  const meant = invitationEmail(invitation);
  if (meant !== null && meant.toLowerCase() !== email.toLowerCase())
    throw new AppError("invitation_elsewhere");
}

async function join(
  db: Db,
  { teamId, id, role, groupId }: InvitationRow,
  { personId, address }: Pick<Accept, "personId" | "address">,
): Promise<void> {
  await insertMembership(db, { teamId, personId, role });
  const group = groupId === null ? null : await findGroup(db, teamId, groupId);
  if (group) await upsertGroupMembers(db, [{ teamId, groupId: group.id, personId }]);
  const none = { groupIds: [], managedGroupIds: [], instanceAdmin: false };
  await recordAudit(
    {
      db,
      actor: { kind: "person", personId, teamId, role, ...none },
      requestId: newId(),
      origin: { via: "web", address },
    },
    {
      action: "member.join",
      target: personId,
      after: { role, groupId: group?.id ?? null, invitationId: id },
    },
  );
}
