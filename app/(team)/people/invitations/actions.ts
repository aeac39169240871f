"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { invite as inviteUseCase } from "@/lib/invitations/invite";
import { InviteInput } from "@/lib/invitations/invite-input";
import { InvitationQuery, listInvitations } from "@/lib/invitations/list-invitations";
import { MailAgain, mailInvitationAgain } from "@/lib/invitations/mail-again";
import { revokeInvitation as revokeUseCase } from "@/lib/invitations/revoke-invitation";

export const invite = action({ input: InviteInput }, async (context, input) => {
  const { link, isMailed } = await inviteUseCase(context, input);
  refresh();
  return { link, isMailed };
});

export const revokeInvitation = action(
  { input: z.strictObject({ invitationId: z.uuid() }) },
  async (context, { invitationId }) => {
    await revokeUseCase(context, invitationId);
    refresh();
  },
);

export const mailInvitation = action({ input: MailAgain }, async (context, input) => {
  await mailInvitationAgain(context, input);
  refresh();
});

export const loadInvitations = action({ whileEnding: true, input: InvitationQuery }, listInvitations);
