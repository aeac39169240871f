import type { Db } from "@/db/client";
import { markEmailVerified } from "@/db/queries/people";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";
import { endWhatWasBefore } from "./end-what-was-before";
import { takeLink } from "./take-link";

/** Whose mailed sign-in link this is; once, and only in the browser that asked for it.
 *  @throws AppError `link_dead` */
export async function signInByLink(
  db: Db,
  { token, browser }: { token: string; browser: string | undefined },
): Promise<{ id: string; email: string }> {
  return transact(instanceContext(db), async (inner) => {
    const { id, email, emailVerifiedAt } = await takeLink(inner.db, "link", token, browser);
    await markEmailVerified(inner.db, id);
    if (emailVerifiedAt === null) await endWhatWasBefore(inner, id);
    return { id, email };
  });
}
