import type { Command } from "commander";
import { createPerson } from "@/lib/auth/create-person";
import { AppError } from "@/lib/errors";
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
