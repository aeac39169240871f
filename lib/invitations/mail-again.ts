import { createHash } from "node:crypto";
import { z } from "zod";
import { lockOpenForOne, renewLink } from "@/db/queries/invitations";
import { countSignInFailure } from "@/db/queries/sign-in-failures";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { LOCALES } from "@/lib/i18n/locale";
import { mailMode } from "@/lib/mail/mail-mode";
import { queueMails } from "@/lib/mail/queue-mail";
import { actingRole } from "@/lib/members/acting-role";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { invitationEmail } from "./invitation-email";
import { MAIL_AGAIN_SECONDS, MAX_INVITATION_MAILS } from "./mail-limits";
import { newLink } from "./new-invitation";
import { requireInvitable } from "./require-invitable";

export const MailAgain = z.strictObject({ invitationId: z.uuid(), locale: z.enum(LOCALES) });

/** Mails an invitation once more, with a new link: the one before is known to nobody here, and is worth nothing any
 *  more.
 *  @throws AppError `forbidden`; `not_found` where no mail is sent, and for one that is for nobody in particular or has
 *  ended; `rate_limited` when it was mailed a moment ago or often */
export async function mailInvitationAgain(context: Context, input: z.input<typeof MailAgain>): Promise<void> {
  requirePermission(context.actor, "invitation:write");
  const { invitationId, locale } = parse(MailAgain, input);
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await actingRole(inner, "invitation:write");
    await requireInvitable(inner);
    const row = await lockOpenForOne(inner.db, teamId, invitationId);
    const to = row && invitationEmail(row);
    if (!to || mailMode() === "off") throw new AppError("not_found", { field: "invitation" });
    if (row.mails >= MAX_INVITATION_MAILS || (await isSoon(inner, row.id)))
      throw new AppError("rate_limited");
    const { token, tokenHash } = newLink(teamId);
    const usefulSeconds = (row.expiresAt.getTime() - Date.now()) / 1000;
    const [mailId] = (await queueMails(inner.db, "invite", [{ to, locale, token }], usefulSeconds)) ?? [];
    if (mailId === undefined) throw new RangeError("mail that is sent has an id");
    await renewLink(inner.db, row, { tokenHash, mailId });
    await recordAudit(inner, {
      action: "invitation.mail",
      target: row.id,
      before: { mails: row.mails },
      after: { mails: row.mails + 1 },
    });
  });
}

/** Counted with what is done: of a change that fails nothing is left. */
async function isSoon({ db }: Context, invitationId: string): Promise<boolean> {
  const source = createHash("sha256").update(`invite again\n${invitationId}`).digest("base64url");
  return (await countSignInFailure(db, source, MAIL_AGAIN_SECONDS)) > 1;
}
