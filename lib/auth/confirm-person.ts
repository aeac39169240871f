import type { Db } from "@/db/client";
import { findPerson } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { limitSignIn } from "./limit-sign-in";
import { verifyPassword } from "./verify-password";

/** That it is the person who asks, and not who found their browser open. @param given their password; their e-mail, if
 *  they have none
 *  @throws AppError `wrong_credentials`; `rate_limited` after too many of those */
export async function confirmPerson(db: Db, personId: string, given: string): Promise<void> {
  const succeed = await limitSignIn(db, { email: personId, address: `account ${personId}` });
  const person = await findPerson(db, personId);
  const right =
    person !== null &&
    (person.passwordHash === null
      ? given.trim().toLowerCase() === person.email.toLowerCase()
      : await verifyPassword(given, person.passwordHash));
  if (!right) throw new AppError("wrong_credentials");
  await succeed();
}
