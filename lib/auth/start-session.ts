import type { Db } from "@/db/client";
import { insertSession } from "@/db/queries/sessions";
import { newId } from "@/lib/ids";
import { sessionLifetime } from "./session-lifetime";

/** @returns the id of a new session. It ends when it has not been used for so long, and at last after `mostSeconds` or
 *  the instance's own limit, whichever is shorter, however much it is used.
 *  @param methodId the sign-in method that it begins by, if any */
export async function startSession(
  db: Db,
  personId: string,
  userAgent: string | null,
  mostSeconds = Number.POSITIVE_INFINITY,
  methodId: string | null = null,
): Promise<string> {
  const { idleSeconds, totalSeconds } = sessionLifetime();
  const id = newId();
  await insertSession(db, {
    id,
    personId,
    methodId,
    userAgent: userAgent?.slice(0, 300) ?? null,
    idleSeconds,
    expiresAt: new Date(Date.now() + Math.min(totalSeconds, mostSeconds) * 1000),
  });
  return id;
}
