import type { Db } from "@/db/client";
import { findPersonByEmail } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { limitSignIn, type SignInSource } from "./limit-sign-in";
import { verifyPassword } from "./verify-password";

interface Credentials {
  email: string;
  password: string;
}

/** The id of the person whose e-mail and password these are.
 *  @throws AppError `wrong_credentials`, alike for a wrong password, an unknown address and a suspended person;
 *  `rate_limited` after too many of those */
export async function checkCredentials(
  db: Db,
  { email, password }: Credentials,
  source: Omit<SignInSource, "email">,
): Promise<string> {
  const succeed = await limitSignIn(db, { email, ...source });
  const person = await findPersonByEmail(db, email.trim());
  const right = await verifyPassword(password, person?.passwordHash ?? null);
  if (!person || !right || person.suspendedAt) throw new AppError("wrong_credentials");
  await succeed();
  return person.id;
}
