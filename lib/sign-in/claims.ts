import { z } from "zod";
import { isOfManyTenants, type MethodKind } from "./method-input";

export interface Claims {
  subject: string;
  name: string | null;
  /** Only one that the provider says is theirs. */
  email: string | null;
  groups: string[];
  /** The company that they came from, where the provider serves many. */
  tenant: string | null;
}

const Profile = z.looseObject({
  sub: z.string().min(1).max(500),
  name: z.string().nullish().catch(null),
  email: z.string().nullish().catch(null),
  email_verified: z.unknown().optional(),
  tenant: z.string().min(1).nullish().catch(null),
});

interface ClaimRules {
  kind: MethodKind;
  groupsClaim: string | null;
}

/** What a token says of a person, as far as it can be relied on: an address that the provider has not verified is none.
 *  Entra has no such claim; there the tenant's administrators give the addresses.
 *  @returns null for what is no token of a person */
export function readClaims(profile: unknown, { kind, groupsClaim }: ClaimRules): Claims | null {
  const parsed = Profile.safeParse(profile);
  if (!parsed.success) return null;
  const { sub, name, email, email_verified: verified, tenant } = parsed.data;
  const isTheirs = kind === "entra" || verified === true || verified === "true";
  const address = z.email().safeParse(email?.trim().toLowerCase());
  return {
    subject: sub,
    name: name?.trim().slice(0, 100) || null,
    email: isTheirs && address.success ? address.data : null,
    groups: groupsClaim === null ? [] : readGroups(parsed.data[groupsClaim]),
    tenant: isOfManyTenants(kind) ? (tenant ?? null) : null,
  };
}

function readGroups(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
