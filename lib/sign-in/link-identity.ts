import type { Db } from "@/db/client";
import { findSignInIdentity, insertSignInIdentity } from "@/db/queries/sign-in-methods";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import { hashToken } from "@/lib/auth/hash-token";
import { AppError } from "@/lib/errors";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";
import { readEntering } from "./read-entering";

interface Linking {
  methodId: string;
  /** The claims of a token that was checked. */
  profile: unknown;
  /** Who is signed in, and asked for it in this browser. */
  personId: string;
}

/** Adds a way to sign in to the account of who is signed in. Who somebody is there decides alone: no address is looked
 *  at, and one that is somebody else's here stays theirs.
 *  @throws AppError `sign_in_refused` */
export async function linkIdentity(db: Db, { methodId, profile, personId }: Linking): Promise<void> {
  const { claims } = await readEntering(db, methodId, profile);
  const identity = { methodId, subjectHash: hashToken(claims.subject) };
  await transact(instanceContext(db), async (inner) => {
    const isNew = await insertSignInIdentity(inner.db, { ...identity, personId, selfAdded: true });
    if (isNew) {
      return recordAudit(inner, {
        teamId: INSTANCE_TEAM_ID,
        action: "person.link",
        target: personId,
        after: { method: methodId },
      });
    }
    const holder = await findSignInIdentity(inner.db, identity);
    if (holder !== personId) throw new AppError("sign_in_refused", { reason: "taken" });
  });
}
