import type { Db } from "@/db/client";
import { keepRefreshToken } from "@/db/queries/sign-in-refreshes";
import { hashToken } from "@/lib/auth/hash-token";
import { startSession } from "@/lib/auth/start-session";
import { findOrMakePerson } from "./find-or-make-person";
import { isOidc } from "./method-input";
import { readEntering } from "./read-entering";
import { sealRefreshToken } from "./refresh-sign-ins";
import { requireVouched } from "./require-vouched";
import { rolesGranted } from "./roles-granted";
import { syncMemberships } from "./sync-memberships";

/** A day: who has left is asked for at their provider by then. */
const SESSION_SECONDS = 24 * 60 * 60;

interface Entering {
  methodId: string;
  /** The claims of a token that was checked. */
  profile: unknown;
  userAgent: string | null;
  /** By which the provider can be asked about them later; null: it gave none. */
  refreshToken?: string | null | undefined;
}

/** Signs somebody in whom a method vouches for, with the memberships that their groups there give and no others in the
 *  teams that its grants name. @returns the new session's id
 *  @throws AppError `sign_in_refused` */
export async function enterByMethod(
  db: Db,
  { methodId, profile, userAgent, refreshToken }: Entering,
): Promise<{ personId: string; sid: string }> {
  const { method, claims } = await readEntering(db, methodId, profile);
  const { person, selfAdded } = await findOrMakePerson(db, method, claims);
  if (selfAdded) await requireVouched(db, person.id);
  // Before anything is given: what the provider says to an older token takes nothing of it back then.
  const identity = { methodId, subjectHash: hashToken(claims.subject) };
  if (isOidc(method.kind) && refreshToken) {
    await keepRefreshToken(db, identity, sealRefreshToken(refreshToken, identity));
  }
  // What a way that somebody added themselves says of them was never held against an address or a company's list.
  if (!selfAdded) await syncMemberships(db, person.id, rolesGranted(method.grants, claims.groups));
  const sid = await startSession(db, person.id, userAgent, SESSION_SECONDS, methodId);
  return { personId: person.id, sid };
}
