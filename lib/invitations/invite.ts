import { insertInvitations } from "@/db/queries/invitations";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { requireFeature } from "@/lib/features/require-feature";
import { requireGroup } from "@/lib/groups/require-group";
import { actingRole } from "@/lib/members/acting-role";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { invitationLink } from "./invitation-link";
import { InviteInput } from "./invite-input";
import { mailInvitations } from "./mail-invitations";
import { newInvitation } from "./new-invitation";
import { requireInvitable } from "./require-invitable";

interface Invited {
  id: string;
  link: string;
  /** Whether a mail with it is on its way. */
  isMailed: boolean;
}

/** Makes a way into the team, and mails it to whom it is for, where mail is sent. @returns its link, which nobody can be
 *  told again
 *  @throws AppError `forbidden`, `invalid_input`, `not_found` for the group, `personal_space`, `feature_off` for one that is
 *  for nobody in particular */
export async function invite(context: Context, input: InviteInput): Promise<Invited> {
  requirePermission(context.actor, "invitation:write");
  const { actor } = context;
  const wanted = parse(InviteInput, input);
  return transact(context, async (inner) => {
    await actingRole(inner, "invitation:write");
    await requireInvitable(inner);
    if (wanted.email === null) await requireFeature(inner.db, "invitation_links");
    if (wanted.groupId !== null) await requireGroup(inner, wanted.groupId);
    const createdBy = actor.kind === "person" ? actor.personId : null;
    const { row, token } = newInvitation(wanted, { teamId: actor.teamId, createdBy, now: new Date() });
    const { locale, days } = wanted;
    const mails = await mailInvitations(inner.db, [{ row, token, email: wanted.email }], { locale, days });
    await insertInvitations(inner.db, mails);
    const { role, groupId, maxUses, expiresAt } = row;
    await recordAudit(inner, {
      action: "invitation.create",
      target: row.id,
      after: { role, groupId, maxUses, expiresAt, forOne: row.emailSealed !== null },
    });
    const isMailed = mails.some(({ mailId }) => mailId !== null);
    return { id: row.id, link: invitationLink(token), isMailed };
  });
}
