import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import type { Db } from "@/db/client";
import { findGroup } from "@/db/queries/groups";
import { findUsableInvitation } from "@/db/queries/invitations";
import { findPeople } from "@/db/queries/people";
import { countSignInFailure } from "@/db/queries/sign-in-failures";
import { MESSAGES } from "@/lib/i18n/messages";
import { invitationLink } from "@/lib/invitations/invitation-link";
import { readInvitationToken } from "@/lib/invitations/token";
import { layOutMail } from "./lay-out-mail";
import type { InvitationMail } from "./mail-content";
import type { RenderedMail } from "./rendered-mail";

const DAY_SECONDS = 24 * 60 * 60;
/** So many mails of one team go to one address in a day: a mailbox is not filled by invitations. */
export const MAX_INVITATIONS_TO_ADDRESS = 10;

/** The message with what the invitation says now. Null when nobody could come in by it: it was revoked or used, has
 *  expired or has a newer link.
 *  @param isFirst whether it was never tried before
 *  @returns `limited` when the address was sent too many */
export async function composeInvitation(
  db: Db,
  { to, locale, token }: InvitationMail,
  isFirst: boolean,
): Promise<RenderedMail | "limited" | null> {
  const read = readInvitationToken(token);
  const found = read && (await findUsableInvitation(db, read.teamId, read.tokenHash));
  if (!found) return null;
  const { invitation, team } = found;
  if (isFirst && (await isFlooded(db, team.id, to))) return "limited";
  const group = invitation.groupId === null ? null : await findGroup(db, team.id, invitation.groupId);
  const inviter = invitation.createdBy === null ? [] : await findPeople(db, [invitation.createdBy]);
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "mail.invite" });
  const roles = createTranslator({ locale, messages: MESSAGES[locale], namespace: "people.roles" });
  const role = roles(invitation.role);
  const until = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const [by] = inviter;
  const names = { team: team.name, name: by?.name ?? "" };
  return layOutMail({
    ...{ to, locale },
    subject: t(by ? "subject" : "subjectServer", names),
    paragraphs: [
      t("greeting"),
      t(by ? "body" : "bodyServer", names),
      group === null ? t("role", { role }) : t("roleGroup", { role, group: group.name }),
      t("until", { when: until.format(invitation.expiresAt), email: to }),
    ],
    button: { link: invitationLink(token), label: t("button") },
    note: t("note"),
  });
}

async function isFlooded(db: Db, teamId: string, to: string): Promise<boolean> {
  const source = createHash("sha256").update(`invite\n${teamId}\n${to.toLowerCase()}`).digest("base64url");
  return (await countSignInFailure(db, source, DAY_SECONDS)) > MAX_INVITATIONS_TO_ADDRESS;
}
