import type { Command } from "commander";
import { findPersonByEmail } from "@/db/queries/people";
import { createPerson } from "@/lib/auth/create-person";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { erasePerson } from "@/lib/privacy/erase-person";
import { finishErasures } from "@/lib/privacy/finish-erasures";
import { Failure } from "../failure";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { printValue } from "../output";
import { readSecret } from "../read-secret";
import { withContext } from "../with-context";

interface CreateOptions extends CommonOptions {
  email: string;
  password: string;
  name: string;
}

export function addUserCommands(user: Command): void {
  const create = leaf(user, "create", "make an account, in no team yet")
    .requiredOption("--email <email>", "what the person signs in with")
    .requiredOption("--password <password>", 'at least 8 characters; "-" reads it from standard input')
    .requiredOption("--name <name>", "what the person is called");
  withCommonOptions(create).action(createUser);
  const erase = leaf(user, "erase <email>", "erase a person at their request: for good, and at once");
  withCommonOptions(erase).action(eraseUser);
}

async function eraseUser(email: string, common: CommonOptions): Promise<void> {
  const id = await withContext(common, async (context) => {
    requireInstancePermission(context.actor, "instance:person");
    const person = await findPersonByEmail(context.db, email.trim());
    if (!person) throw new Failure(`Nobody with the e-mail ${email} has an account here.`);
    await erasePerson(context, person.id);
    await finishErasures(context.db);
    return person.id;
  });
  printValue({ id, erased: true }, common, `Erased ${email}. The ledger and the audit keep ${id}.`);
}

async function createUser({ email, password, name, ...common }: CreateOptions): Promise<void> {
  const secret = await readSecret(password);
  const made = await withContext(common, async (context) => {
    try {
      return await createPerson(context, { email, password: secret, name });
    } catch (error) {
      if (error instanceof AppError && error.code === "conflict")
        throw new Failure(`--email: somebody with the e-mail ${email} has an account already.`);
      throw error;
    }
  });
  printValue({ id: made.id, email: made.email }, common, `Made an account for ${made.name}, ${made.email}.`);
}
