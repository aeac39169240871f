import type { Db } from "@/db/client";
import { revokeApiKeysOf } from "@/db/queries/api-keys";
import { markEmailVerified, updatePasswordHash } from "@/db/queries/people";
import { revokeSessionsOf } from "@/db/queries/sessions";
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

/** Whoever made the account may not have been whose address it has: the first proof of the address ends their ways in. */
async function endWhatWasBefore(tx: Db, personId: string): Promise<void> {
  await updatePasswordHash(tx, personId, null);
  await revokeSessionsOf(tx, personId, "all");
  await revokeApiKeysOf(tx, personId);
}
