import type { Db } from "@/db/client";
import { findPersonByEmail } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { verifyPassword } from "./verify-password";

/** The id of the person whose e-mail and password these are.
 *  @throws AppError `wrong_credentials`, alike for a wrong password, an unknown address and a suspended person. */
export async function checkCredentials(
  db: Db,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const person = await findPersonByEmail(db, email.trim());
  const right = await verifyPassword(password, person?.passwordHash ?? null);
  if (!person || !right || person.suspendedAt) throw new AppError("wrong_credentials");
  return person.id;
}
