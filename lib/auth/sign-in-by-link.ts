import type { Db } from "@/db/client";
import { markEmailVerified } from "@/db/queries/people";
import { endWhatWasBefore } from "./end-what-was-before";
import { takeLink } from "./take-link";

/** Whose mailed sign-in link this is; once, and only in the browser that asked for it.
 *  @throws AppError `link_dead` */
export async function signInByLink(
  db: Db,
  { token, browser }: { token: string; browser: string | undefined },
): Promise<{ id: string; email: string }> {
  return db.transaction(async (tx) => {
    const { id, email, emailVerifiedAt } = await takeLink(tx, "link", token, browser);
    if (emailVerifiedAt === null) await endWhatWasBefore(tx, id);
    await markEmailVerified(tx, id);
    return { id, email };
  });
}
