import type { Db } from "@/db/client";
import { eraseEmail, listForAddress } from "@/db/queries/invitations";
import { invitationEmail, invitationEmailHash } from "./invitation-email";

/** Takes an address out of every invitation for it, in every team; those that were open end. */
export async function forgetAddress(db: Db, email: string, now: Date): Promise<void> {
  const found = await listForAddress(db, invitationEmailHash(email));
  const theirs = found.filter((row) => invitationEmail(row)?.toLowerCase() === email.toLowerCase());
  for (const { teamId, id } of theirs) await eraseEmail(db, { teamId, id, now });
}
