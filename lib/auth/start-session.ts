import type { Db } from "@/db/client";
import { insertSession } from "@/db/queries/sessions";
import { newId } from "@/lib/ids";

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** @returns the id of a new session, which ends then, by default 30 days from now, however much it is used. */
export async function startSession(
  db: Db,
  personId: string,
  userAgent: string | null,
  seconds = SESSION_SECONDS,
): Promise<string> {
  const id = newId();
  await insertSession(db, {
    id,
    personId,
    userAgent: userAgent?.slice(0, 300) ?? null,
    expiresAt: new Date(Date.now() + seconds * 1000),
  });
  return id;
}
