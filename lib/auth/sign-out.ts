import { revokeSession } from "@/db/queries/sessions";
import { pagePerson } from "./page-person";
import { clearSessionCookie } from "./page-session";

/** Ends the session of this browser for good: its cookie is worth nothing from now on, wherever a copy is. */
export async function signOut(): Promise<void> {
  const person = await pagePerson();
  if (person) await revokeSession(person.context.db, person.sessionId);
  await clearSessionCookie();
}
