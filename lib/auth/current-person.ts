import { cookies } from "next/headers";
import { findSessionHolder, type SessionHolder } from "@/db/queries/sessions";
import { database } from "@/lib/database";
import { readSessionId, sessionCookieName } from "./session-token";
import { touchIfDue } from "./touch-if-due";

/** Who is signed in, whether or not a team has them. */
export async function currentPerson(): Promise<SessionHolder | null> {
  const sessionId = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  if (sessionId === null) return null;
  const holder = await findSessionHolder(database(), sessionId);
  if (holder) await touchIfDue(database(), sessionId, holder.lastSeenAt);
  return holder;
}
