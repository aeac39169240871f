import { env } from "@/lib/env";

/** What cookies and the set-up link are sealed with.
 *  @throws RangeError when the process was started around `npm start`, which makes or demands it. */
export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (secret === undefined) throw new RangeError("AUTH_SECRET is not set");
  return secret;
}
