import { database } from "@/lib/database";
import { readRegistration } from "@/lib/setup/registration";
import { isSetUp } from "@/lib/setup/setup-stage";

/** Whether whoever comes can make an account: not before somebody owns the instance. */
export async function isSignUpOpen(): Promise<boolean> {
  return (await isSetUp()) && (await readRegistration(database())) === "open";
}
