import { z } from "zod";
import type { Db } from "@/db/client";
import { MAX_PASSWORD_LENGTH } from "@/lib/auth/account-rules";
import { createPerson } from "@/lib/auth/create-person";
import { limitSignIn } from "@/lib/auth/limit-sign-in";
import { MIN_CHOSEN_PASSWORD_LENGTH, NewPerson } from "@/lib/auth/new-person";
import { requireGoodPassword } from "@/lib/auth/require-good-password";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { instanceContext } from "@/lib/setup/instance-context";
import { readRegistration } from "@/lib/setup/registration";
import { transact } from "@/lib/transact";
import { acceptInvitation } from "./accept-invitation";
import { readInvitation } from "./read-invitation";

/** Nothing of it says what the person will be in the team: the invitation does. */
export const JoinAsNew = z.strictObject({
  token: z.string().max(200),
  ...NewPerson.shape,
  password: z.string().min(MIN_CHOSEN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});
export type JoinAsNew = z.input<typeof JoinAsNew>;

/** Makes an account for whoever holds a link, and lets them into its team, both or neither.
 *  @throws AppError `invitation_invalid`, `invitation_elsewhere`; `registration_closed`;
 *  `weak_password`; `conflict` when the e-mail has an account;
 *  `rate_limited` after too many attempts from one address */
export async function joinAsNew(
  db: Db,
  input: JoinAsNew,
  address: string,
): Promise<{ personId: string; teamId: string }> {
  const { token, ...account } = parse(JoinAsNew, input);
  // Before a password is hashed: nobody without a link may have the server work.
  const invitation = await readInvitation(db, token);
  if (!invitation) throw new AppError("invitation_invalid");
  if ((await readRegistration(db)) === "closed") throw new AppError("registration_closed");
  requireGoodPassword(account.password, [account.email, account.name]);
  const succeed = await limitSignIn(db, { email: account.email, address });
  const made = await transact(instanceContext(db), async (inner) => {
    const { id: personId } = await createPerson(inner, account);
    const { teamId } = await acceptInvitation(inner.db, { personId, token, address });
    return { personId, teamId };
  });
  await succeed();
  return made;
}
