import type { Db } from "@/db/client";
import { findPerson } from "@/db/queries/people";
import type { Locale } from "@/lib/i18n/locale";
import { queueMail } from "@/lib/mail/queue-mail";

const NOTICE_SECONDS = 24 * 60 * 60;

/** Tells a person by mail that their ways to sign in are others than before, in the caller's transaction. */
export async function tellOfWay(
  db: Db,
  what: "wayAdded" | "wayRemoved",
  personId: string,
  locale: Locale,
): Promise<void> {
  const person = await findPerson(db, personId);
  if (person === null) return;
  const notice = { to: person.email, locale, browserHash: null, callbackUrl: null };
  await queueMail(db, what, notice, NOTICE_SECONDS);
}
