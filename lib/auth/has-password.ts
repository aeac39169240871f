import { findPerson } from "@/db/queries/people";
import type { Context } from "@/lib/context";

/** Whether who asks signs in with a password here, and not only elsewhere. */
export async function hasPassword({ db, actor }: Context): Promise<boolean> {
  const person = await findPerson(db, actor.personId);
  return person !== null && person.passwordHash !== null;
}
