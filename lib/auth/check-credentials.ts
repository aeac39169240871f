import type { Db } from "@/db/client";
import { findPersonByEmail } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { limitSignIn } from "./limit-sign-in";
import { verifyPassword } from "./verify-password";

interface Credentials {
  email: string;
  password: string;
}

/** The id of the person whose e-mail and password these are. `address` is the client's, see `CLIENT_ADDRESS_HEADER`.
 *  @throws AppError `wrong_credentials`, alike for a wrong password, an unknown address and a suspended person;
 *  `rate_limited` after too many of those */
export async function checkCredentials(
  db: Db,
  { email, password }: Credentials,
  address: string,
): Promise<string> {
  const succeed = await limitSignIn(db, { email, address });
  const person = await findPersonByEmail(db, email.trim());
  const right = await verifyPassword(password, person?.passwordHash ?? null);
  if (!person || !right || person.suspendedAt) throw new AppError("wrong_credentials");
  await succeed();
  return person.id;
}
