import type { Db } from "@/db/client";
import { revokeSession } from "@/db/queries/sessions";
import { clearSessionCookie } from "./page-session";

/** Ends a session for good: its cookie is worth nothing from now on, wherever a copy of it is. */
export async function signOut(db: Db, sessionId: string): Promise<void> {
  await revokeSession(db, sessionId);
  await clearSessionCookie();
}
