import type { Db } from "@/db/client";
import type { Locale } from "@/lib/i18n/locale";
import { queueMails } from "@/lib/mail/queue-mail";
import type { newInvitation } from "./new-invitation";

type Made = ReturnType<typeof newInvitation> & { email: string | null };

const DAY_SECONDS = 24 * 60 * 60;

/** Puts the links of new invitations on their way to those whom they are for, where mail is sent.
 *  @returns the rows to insert, which name their mail */
export async function mailInvitations(
  db: Db,
  made: readonly Made[],
  { locale, days }: { locale: Locale; days: number },
) {
  const contents = made.flatMap(({ email, token }) => (email === null ? [] : [{ to: email, locale, token }]));
  const ids = await queueMails(db, "invite", contents, days * DAY_SECONDS);
  const next = (ids ?? []).values();
  return made.map(({ row, email }) => {
    const mailId = email === null ? null : (next.next().value ?? null);
    return { ...row, mailId, mails: mailId === null ? 0 : 1 };
  });
}
