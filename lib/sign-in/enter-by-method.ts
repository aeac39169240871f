import type { Db } from "@/db/client";
import { listOpenSignInMethods, type SignInMethodRow } from "@/db/queries/sign-in-methods";
import { startSession } from "@/lib/auth/start-session";
import { AppError } from "@/lib/errors";
import { type Claims, readClaims } from "./claims";
import { findOrMakePerson } from "./find-or-make-person";
import { isOfManyTenants } from "./method-input";
import { rolesGranted } from "./roles-granted";
import { syncMemberships } from "./sync-memberships";

/** A day: who has left is asked for at their provider by then. */
const SESSION_SECONDS = 24 * 60 * 60;

interface Entering {
  methodId: string;
  /** The claims of a token that was checked. */
  profile: unknown;
  userAgent: string | null;
}

/** Signs somebody in whom a method vouches for, with the memberships that their groups there give and no others in the
 *  teams that its grants name. @returns the new session's id
 *  @throws AppError `sign_in_refused` */
export async function enterByMethod(
  db: Db,
  { methodId, profile, userAgent }: Entering,
): Promise<{ personId: string; sid: string }> {
  const method = (await listOpenSignInMethods(db)).find(({ id }) => id === methodId);
  const claims = method && readClaims(profile, method);
  if (!method || !claims || !isOfTenant(method, claims))
    throw new AppError("sign_in_refused", { reason: "unknown" });
  const { id: personId } = await findOrMakePerson(db, method, claims);
  await syncMemberships(db, personId, rolesGranted(method.grants, claims.groups));
  return { personId, sid: await startSession(db, personId, userAgent, SESSION_SECONDS) };
}

/** Where a provider serves many companies, only those that the method names are let in. */
function isOfTenant({ kind, tenants }: SignInMethodRow, { tenant }: Claims): boolean {
  return !isOfManyTenants(kind) || (tenant !== null && tenants.includes(tenant));
}
