import type { Db } from "@/db/client";
import { touchSession } from "@/db/queries/sessions";

const TOUCH_EVERY_MS = 60_000;

/** Notes that a session is in use, with a write at most once a minute. */
export async function touchIfDue(db: Db, sessionId: string, lastSeenAt: Date): Promise<void> {
  if (Date.now() - lastSeenAt.getTime() > TOUCH_EVERY_MS) await touchSession(db, sessionId);
}
