import type { Db } from "@/db/client";
import { listOpenSignInMethods, type SignInMethodRow } from "@/db/queries/sign-in-methods";
import { AppError } from "@/lib/errors";
import { type Claims, readClaims } from "./claims";
import { isOfManyTenants } from "./method-input";

/** What came back from a provider: by which method, and what it says of whom.
 *  @param profile the claims of a token that was checked
 *  @throws AppError `sign_in_refused` where nobody can sign in by it, or not from that company */
export async function readEntering(
  db: Db,
  methodId: string,
  profile: unknown,
): Promise<{ method: SignInMethodRow; claims: Claims }> {
  const method = (await listOpenSignInMethods(db)).find(({ id }) => id === methodId);
  const claims = method && readClaims(profile, method);
  if (!method || !claims || !isOfTenant(method, claims)) {
    throw new AppError("sign_in_refused", { reason: "unknown" });
  }
  return { method, claims };
}

/** Where a provider serves many companies, only those that the method names are let in. */
function isOfTenant({ kind, tenants }: SignInMethodRow, { tenant }: Claims): boolean {
  return !isOfManyTenants(kind) || (tenant !== null && tenants.includes(tenant));
}
