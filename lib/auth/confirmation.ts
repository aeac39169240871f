import { isPlaceholder } from "./placeholder-address";

/** What somebody types so that it is they who ask: their password; without one their e-mail; without that, as whose
 *  provider gives none, their name. */
export type Confirmation = "password" | "email" | "name";

export function confirmationOf(person: { hasPassword: boolean; email: string }): Confirmation {
  if (person.hasPassword) return "password";
  return isPlaceholder(person.email) ? "name" : "email";
}
