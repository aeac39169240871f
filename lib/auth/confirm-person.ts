import type { Db } from "@/db/client";
import { findPerson } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { confirmationOf } from "./confirmation";
import { limitSignIn } from "./limit-sign-in";
import { verifyPassword } from "./verify-password";

/** That it is the person who asks, and not who found their browser open. @param given see `Confirmation`
 *  @throws AppError `wrong_credentials`; `rate_limited` after too many of those */
export async function confirmPerson(db: Db, personId: string, given: string): Promise<void> {
  const succeed = await limitSignIn(db, { email: personId, address: `account ${personId}` });
  const person = await findPerson(db, personId);
  if (person === null || !(await isRight(person, given))) throw new AppError("wrong_credentials");
  await succeed();
}

async function isRight(
  { passwordHash, email, name }: { passwordHash: string | null; email: string; name: string },
  given: string,
): Promise<boolean> {
  if (passwordHash !== null) return verifyPassword(given, passwordHash);
  const word = confirmationOf({ hasPassword: false, email }) === "name" ? name : email;
  return alike(given) === alike(word);
}

/** As keyboards differ in what one does not see. */
const alike = (text: string): string => text.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
