import type { Db } from "@/db/client";
import { markEmailVerified } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { takeLink } from "./take-link";

/** Notes that the address is the person's: who asked for the link brings it, signed in as before. Else whoever made an
 *  account with somebody else's address would have them confirm it.
 *  @throws AppError `link_dead` */
export async function verifyEmail(db: Db, personId: string, token: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { id } = await takeLink(tx, "verify", token, undefined);
    // Thrown, so that the link is still there for whose it is.
    if (id !== personId) throw new AppError("link_dead");
    await markEmailVerified(tx, id);
  });
}
