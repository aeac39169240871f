import type { Db } from "@/db/client";

type Held = { teamId: string } | { personId: string };

/** Whether a legal hold keeps what a team holds, or what a person wrote in any team: asked before either is removed,
 *  here and nowhere else. No hold can be placed yet. */
export async function isHeld(_db: Db, _what: Held): Promise<boolean> {
  return false;
}
