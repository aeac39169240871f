import type { Db } from "@/db/client";
import { revokeSessionsOf } from "@/db/queries/sessions";
import { listOpenSignInMethods, type SignInMethodRow } from "@/db/queries/sign-in-methods";
import { type DueRefresh, keepRefreshToken, takeDueRefreshes } from "@/db/queries/sign-in-refreshes";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import { hashToken } from "@/lib/auth/hash-token";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";
import { askAgain } from "./ask-again";
import { readClaims } from "./claims";
import { rolesGranted } from "./roles-granted";
import { syncMemberships } from "./sync-memberships";

/** Each person is asked about so often. */
const EVERY_SECONDS = 10 * 60;
const MOST_AT_ONCE = 50;

/** Bound to whose it is. */
const placeOf = ({ methodId, subjectHash }: Pick<DueRefresh, "methodId" | "subjectHash">) =>
  `sign-in-refresh:${methodId}:${subjectHash}`;

export const sealRefreshToken = (
  token: string,
  identity: Pick<DueRefresh, "methodId" | "subjectHash">,
): string => seal(token, encryptionKey(), placeOf(identity));

/** Asks the providers about who signed in there: who left loses what came from there at once, and whose groups changed
 *  has the roles of the new ones. */
export async function refreshSignIns(db: Db, everySeconds = EVERY_SECONDS): Promise<void> {
  const due = await takeDueRefreshes(db, everySeconds, MOST_AT_ONCE);
  const methods = new Map((await listOpenSignInMethods(db)).map((method) => [method.id, method]));
  for (const identity of due) {
    const method = methods.get(identity.methodId);
    if (method) await refreshOne(db, method, identity);
  }
}

async function refreshOne(db: Db, method: SignInMethodRow, identity: DueRefresh): Promise<void> {
  const secret = unseal(method.clientSecretSealed, encryptionKey(), `sign-in-method:${method.id}`);
  const token = unseal(identity.refreshTokenSealed, encryptionKey(), placeOf(identity));
  const asked = await askAgain(method, secret, token);
  if (asked.kind === "unknown") return;
  if (asked.kind === "gone") return endAccess(db, method, identity);
  await keepRefreshToken(db, identity, sealRefreshToken(asked.refreshToken, identity));
  const { profile } = asked;
  // Some providers say less the second time: what is left out there is no news.
  const isSilent = profile === null || (method.groupsClaim !== null && !(method.groupsClaim in profile));
  const claims = isSilent ? null : readClaims(profile, method);
  if (!claims || identity.selfAdded || hashToken(claims.subject) !== identity.subjectHash) return;
  await syncMemberships(db, identity.personId, rolesGranted(method.grants, claims.groups));
}

/** Takes somebody who left out of the teams that the method let them into, with which their keys there stop, and signs
 *  them out everywhere. The token is forgotten last: where this breaks off, it begins again. */
async function endAccess(db: Db, method: SignInMethodRow, identity: DueRefresh): Promise<void> {
  const { personId, selfAdded } = identity;
  if (!selfAdded) {
    await syncMemberships(db, personId, new Map(method.grants.map(({ teamId }) => [teamId, null])));
  }
  await transact(instanceContext(db), async (inner) => {
    await revokeSessionsOf(inner.db, personId, "all");
    await keepRefreshToken(inner.db, identity, null);
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "person.left-provider",
      target: personId,
      before: { method: method.id },
    });
  });
}
