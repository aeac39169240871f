import type { Db } from "@/db/client";
import { findPerson, findPersonByEmail, insertPerson, type PersonRow } from "@/db/queries/people";
import {
  insertSignInIdentity,
  type SignInMethodRow,
  touchSignInIdentity,
} from "@/db/queries/sign-in-methods";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import { hashToken } from "@/lib/auth/hash-token";
import { placeholderAddress } from "@/lib/auth/placeholder-address";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { instanceContext } from "@/lib/setup/instance-context";
import { readRegistration } from "@/lib/setup/registration";
import { transact } from "@/lib/transact";
import type { Claims } from "./claims";
import { isOfManyTenants } from "./method-input";

interface FoundPerson {
  person: PersonRow;
  /** They added this way to their account themselves. */
  selfAdded: boolean;
}

/** Who somebody there is here. The first time it is decided by their address, if the method is trusted for its domain:
 *  an account that has it is theirs only if its holder has shown, here too, that the address is theirs. Else whoever
 *  took an address beforehand, with a password of their own, would share the account from then on.
 *  @throws AppError `sign_in_refused`, with the reason */
export async function findOrMakePerson(
  db: Db,
  method: SignInMethodRow,
  claims: Claims,
): Promise<FoundPerson> {
  const identity = { methodId: method.id, subjectHash: hashToken(claims.subject) };
  const known = await touchSignInIdentity(db, identity);
  if (known !== null) {
    const person = await findPerson(db, known.personId);
    if (person === null || person.suspendedAt !== null) throw refused("unknown");
    return { person, selfAdded: known.selfAdded };
  }
  const email = trustedAddress(method, claims);
  // Of a company that is let in, everybody may come, with an address that is known to be theirs or without.
  if (email === null && !isOfManyTenants(method.kind)) throw refused("unknown");
  return transact(instanceContext(db), async (inner) => {
    const person = email === null ? null : await findPersonByEmail(inner.db, email);
    if (person?.suspendedAt) throw refused("unknown");
    if (person && person.emailVerifiedAt === null) throw refused("unconfirmed");
    const own = person ?? (await makePerson(inner, method, { email, name: claims.name }));
    const linked = await insertSignInIdentity(inner.db, { ...identity, personId: own.id });
    if (!linked) throw refused("again");
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: person ? "person.link" : "person.create",
      target: own.id,
      after: { method: method.id },
    });
    return { person: own, selfAdded: false };
  });
}

function trustedAddress({ domains }: SignInMethodRow, { email }: Claims): string | null {
  const domain = email?.split("@").at(-1);
  return email && domain && domains.includes(domain) ? email : null;
}

async function makePerson(
  { db }: Context,
  { name: provider, kind }: SignInMethodRow,
  { email, name }: Pick<Claims, "email" | "name">,
): Promise<PersonRow> {
  // Where only administrators make accounts, a provider makes none either.
  if ((await readRegistration(db)) === "closed") throw refused("unknown");
  const id = newId();
  const row = {
    id,
    email: email ?? placeholderAddress(id, kind),
    name: name ?? email?.split("@")[0] ?? provider,
    emailVerifiedAt: email === null ? null : new Date(),
  };
  if (!(await insertPerson(db, row))) throw refused("again");
  const made = await findPerson(db, id);
  if (made === null) throw new RangeError("a person was made and is not there");
  return made;
}

const refused = (reason: "unknown" | "unconfirmed" | "again") => new AppError("sign_in_refused", { reason });
