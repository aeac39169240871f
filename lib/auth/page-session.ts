import { cookies, headers } from "next/headers";
import { listTeamsOf } from "@/db/queries/teams";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { sessionLifetime } from "./session-lifetime";
import { sessionCookieName, writeSessionToken } from "./session-token";
import { startSession } from "./start-session";
import { TEAM_COOKIE } from "./team-cookie";

const YEAR_SECONDS = 31_536_000;

/** Signs a person in from an action: a session row, and the cookie that names it. */
export async function startPageSession(personId: string): Promise<void> {
  const userAgent = (await headers()).get("user-agent");
  const { totalSeconds } = sessionLifetime();
  const sessionId = await startSession(database(), personId, userAgent);
  const jar = await cookies();
  // What somebody else who used this browser had open is not theirs.
  const teams = await listTeamsOf(database(), personId);
  if (!teams.some(({ id }) => id === jar.get(TEAM_COOKIE)?.value)) jar.delete(TEAM_COOKIE);
  jar.set(sessionCookieName(), await writeSessionToken(sessionId, totalSeconds), {
    httpOnly: true,
    sameSite: "lax",
    secure: env().AUTH_URL.startsWith("https:"),
    path: "/",
    maxAge: totalSeconds,
  });
}

/** Opens this team from now on in this browser. The page reads it too, to see that another tab has opened another. */
export async function keepTeam(teamId: string): Promise<void> {
  (await cookies()).set(TEAM_COOKIE, teamId, {
    sameSite: "lax",
    secure: env().AUTH_URL.startsWith("https:"),
    path: "/",
    maxAge: YEAR_SECONDS,
  });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
}
