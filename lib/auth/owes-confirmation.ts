import type { Db } from "@/db/client";
import { findPerson } from "@/db/queries/people";
import { mailMode } from "@/lib/mail/mail-mode";
import { isPlaceholder } from "./placeholder-address";

/** Whether a person could show that their address is theirs, and has not. Where no mail is sent nobody can. */
export async function owesConfirmation(db: Db, personId: string): Promise<boolean> {
  if (mailMode() === "off") return false;
  const person = await findPerson(db, personId);
  return person !== null && person.emailVerifiedAt === null && !isPlaceholder(person.email);
}
