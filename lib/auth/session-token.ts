import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { authSecret } from "./auth-secret";

/** The cookie's name doubles as the salt of its key; over https it has the __Secure- prefix. */
export function sessionCookieName(): string {
  return env().AUTH_URL.startsWith("https:") ? "__Secure-authjs.session-token" : "authjs.session-token";
}

/** The session id that a sign-in cookie carries, or null when the cookie is absent, forged or expired. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: authSecret(), salt: sessionCookieName() });
    return typeof token?.sid === "string" ? token.sid : null;
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
