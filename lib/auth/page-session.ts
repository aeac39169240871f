import { cookies, headers } from "next/headers";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { sessionCookieName, writeSessionToken } from "./session-token";
import { SESSION_SECONDS, startSession } from "./start-session";

/** Signs a person in from an action: a session row, and the cookie that names it. */
export async function startPageSession(personId: string): Promise<void> {
  const userAgent = (await headers()).get("user-agent");
  const sessionId = await startSession(database(), personId, userAgent);
  const jar = await cookies();
  jar.set(sessionCookieName(), await writeSessionToken(sessionId, SESSION_SECONDS), {
    httpOnly: true,
    sameSite: "lax",
    secure: env().AUTH_URL.startsWith("https:"),
    path: "/",
    maxAge: SESSION_SECONDS,
  });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
}
