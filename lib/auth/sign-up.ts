import { z } from "zod";
import type { Db } from "@/db/client";
import { AppError } from "@/lib/errors";
import { readFeatures } from "@/lib/features/read-features";
import { parse } from "@/lib/parse";
import { instanceContext } from "@/lib/setup/instance-context";
import { readRegistration } from "@/lib/setup/registration";
import { createPersonalSpace } from "@/lib/teams/create-personal-space";
import { transact } from "@/lib/transact";
import { MAX_PASSWORD_LENGTH } from "./account-rules";
import { createPerson } from "./create-person";
import { limitSignIn } from "./limit-sign-in";
import { MIN_CHOSEN_PASSWORD_LENGTH, NewPerson } from "./new-person";
import { requireGoodPassword } from "./require-good-password";

export const SignUp = z.strictObject({
  ...NewPerson.shape,
  password: z.string().min(MIN_CHOSEN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});
export type SignUp = z.input<typeof SignUp>;

const MAX_SPACE_NAME_LENGTH = 80;

/** Makes an account for whoever comes, with a space of their own where there are such, as long as the instance is open to that.
 *  @returns the person's id
 *  @throws AppError `not_found` where it is not; `weak_password`; `conflict` when the e-mail has an account; `rate_limited` after too
 *  many attempts from one address */
export async function signUp(db: Db, input: SignUp, address: string): Promise<string> {
  if ((await readRegistration(db)) !== "open") throw new AppError("not_found");
  const account = parse(SignUp, input);
  requireGoodPassword(account.password, [account.email, account.name]);
  const succeed = await limitSignIn(db, { email: account.email, address });
  requireGoodPassword(account.password, [account.email, account.name]);
  const personId = await transact(instanceContext(db), async (inner) => {
    const { id } = await createPerson(inner, account);
    const own = { ...inner, actor: { ...inner.actor, kind: "person", personId: id } as const };
    // A team can invite them.
    if (!(await readFeatures(inner.db)).personal_spaces) return id;
    await createPersonalSpace(
      {
        ...own,
        actor: { ...own.actor, role: "owner", groupIds: [], managedGroupIds: [], instanceAdmin: false },
      },
      account.name.slice(0, MAX_SPACE_NAME_LENGTH),
    );
    return id;
  });
  await succeed();
  return personId;
}
