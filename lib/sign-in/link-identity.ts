import type { Db } from "@/db/client";
import { findSignInIdentity, insertSignInIdentity } from "@/db/queries/sign-in-methods";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import { hashToken } from "@/lib/auth/hash-token";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";
import { readEntering } from "./read-entering";
import { tellOfWay } from "./tell-of-way";

interface Linking {
  methodId: string;
  /** The claims of a token that was checked. */
  profile: unknown;
  /** Who is signed in, and asked for it in this browser. */
  personId: string;
  /** In which they are told of it by mail. */
  locale: Locale;
}

/** Adds a way to sign in to the account of who is signed in, and tells them by mail. Who somebody is there decides alone: no address is looked
 *  at, and one that is somebody else's here stays theirs.
 *  @throws AppError `sign_in_refused` */
export async function linkIdentity(db: Db, { methodId, profile, personId, locale }: Linking): Promise<void> {
  const { claims } = await readEntering(db, methodId, profile);
  const identity = { methodId, subjectHash: hashToken(claims.subject) };
  await transact(instanceContext(db), async (inner) => {
    const isNew = await insertSignInIdentity(inner.db, { ...identity, personId, selfAdded: true });
    if (isNew) {
      await tellOfWay(inner.db, "wayAdded", personId, locale);
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
