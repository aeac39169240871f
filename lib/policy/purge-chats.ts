import type { Db } from "@/db/client";
import { purgeSomeChats } from "@/db/queries/retention";
import { deletedForGood } from "@/lib/chat/deleted-for-good";

/** What is left after so many batches waits for the job's next turn. */
const MOST_BATCHES = 200;

/** Removes for good what is no longer kept: what people deleted long ago, and what a team's retention says. Nothing that
 *  a legal hold covers. */
export async function purgeChats(db: Db, now: Date): Promise<void> {
  const bounds = { deletedBefore: deletedForGood(now), now };
  for (let batch = 0; batch < MOST_BATCHES; batch++) if (!(await purgeSomeChats(db, bounds))) return;
}
