import { z } from "zod";
import { findPerson, updatePasswordHash } from "@/db/queries/people";
import { revokeSessionsOf } from "@/db/queries/sessions";
import { deleteSignInStepsOf } from "@/db/queries/sign-in-steps";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { MAX_PASSWORD_LENGTH } from "./account-rules";
import { confirmPerson } from "./confirm-person";
import { hashPassword } from "./hash-password";
import { MIN_CHOSEN_PASSWORD_LENGTH } from "./new-person";
import { requireGoodPassword } from "./require-good-password";

export const PasswordChange = z.object({
  before: z.string().max(1024),
  password: z.string().min(MIN_CHOSEN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});
export type PasswordChange = z.infer<typeof PasswordChange>;

/** Gives who asks a new password and ends their sessions but this one.
 *  @throws AppError `forbidden` for who has none; `wrong_credentials`, `rate_limited`, `weak_password`, `invalid_input` */
export async function changePassword(
  context: Context,
  sessionId: string,
  input: PasswordChange,
): Promise<void> {
  const { actor, db } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { before, password } = parse(PasswordChange, input);
  const person = await findPerson(db, actor.personId);
  // Who signs in elsewhere makes no way in of their own that would outlast that one; a mailed link sets a first password.
  if (person?.passwordHash == null) throw new AppError("forbidden");
  await confirmPerson(db, actor.personId, before);
  requireGoodPassword(password, [person.email, person.name]);
  const hash = await hashPassword(password);
  await transact(context, async (inner) => {
    await updatePasswordHash(inner.db, actor.personId, hash);
    await revokeSessionsOf(inner.db, actor.personId, { except: sessionId });
    await deleteSignInStepsOf(inner.db, actor.personId);
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "person.password",
      target: actor.personId,
    });
  });
}
