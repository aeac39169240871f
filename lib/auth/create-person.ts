import { insertPerson } from "@/db/queries/people";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { hashPassword } from "./hash-password";
import { NewPerson } from "./new-person";

/** Makes an account that is in no team yet.
 *  @throws AppError `conflict` when the e-mail is taken */
export async function createPerson(
  context: Context,
  input: NewPerson & { instanceAdmin?: boolean },
): Promise<{ id: string; email: string; name: string }> {
  requireInstancePermission(context.actor, "instance:person");
  const { email, name, password } = parse(NewPerson, input);
  const instanceAdmin = input.instanceAdmin ?? false;
  const passwordHash = await hashPassword(password);
  const id = newId();
  await transact(context, async (inner) => {
    const made = await insertPerson(inner.db, { id, email, name, passwordHash, instanceAdmin });
    if (!made) throw new AppError("conflict", { field: "email" });
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "person.create",
      target: id,
      after: { instanceAdmin },
    });
  });
  return { id, email, name };
}
