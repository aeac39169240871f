import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { authSecret } from "./auth-secret";

/** The cookie's name doubles as the salt of its key; over https it has the __Secure- prefix. */
export function sessionCookieName(): string {
  return env().AUTH_URL.startsWith("https:") ? "__Secure-authjs.session-token" : "authjs.session-token";
}

/** Opening a cookie costs more than the query that checks its session, and the same few come again and again. */
const opened = new Map<string, { sid: string; expiresAt: number }>();
const MOST_OPENED = 2_000;

/** The session id that a sign-in cookie carries, or null when the cookie is absent, forged or expired. Whether the
 *  session still lives is for its row to say. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const known = opened.get(cookie);
  if (known && known.expiresAt > Date.now()) return known.sid;
  opened.delete(cookie);
  try {
    const token = await decode({ token: cookie, secret: authSecret(), salt: sessionCookieName() });
    if (typeof token?.sid !== "string" || typeof token.exp !== "number") return null;
    if (opened.size >= MOST_OPENED) opened.clear();
    opened.set(cookie, { sid: token.sid, expiresAt: token.exp * 1000 });
    return token.sid;
  } catch {
    // A cookie sealed with another secret is the same as none.
    return null;
  }
}

/** A sign-in cookie's value, in next-auth's own form: it says which session, and nothing of the person. */
export function writeSessionToken(sessionId: string, maxAgeSeconds: number): Promise<string> {
  return encode({
    token: { sid: sessionId },
    secret: authSecret(),
    salt: sessionCookieName(),
    maxAge: maxAgeSeconds,
  });
}
