import type { Db } from "@/db/client";
import { markEmailVerified } from "@/db/queries/people";
import { takeLink } from "./take-link";

/** Notes that the address is the person's: whoever brings the link has read its mail.
 *  @throws AppError `link_dead` */
export async function verifyEmail(db: Db, token: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { id } = await takeLink(tx, "verify", token, undefined);
    await markEmailVerified(tx, id);
  });
}
