import { cookies } from "next/headers";
import { findSessionHolder } from "@/db/queries/sessions";
import { database } from "@/lib/database";
import { readSessionId, sessionCookieName } from "./session-token";

/** Whether somebody is signed in whom no team has: to them no page is open, and they should be told why. */
export async function isTeamless(): Promise<boolean> {
  const sessionId = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  const holder = sessionId === null ? null : await findSessionHolder(database(), sessionId);
  return holder !== null && holder.teams.length === 0;
}
