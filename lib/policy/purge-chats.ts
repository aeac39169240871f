import type { Db } from "@/db/client";
import { purgeSomeChats } from "@/db/queries/retention";
import { deletedForGood } from "@/lib/chat/deleted-for-good";

const HOUR_MS = 60 * 60_000;
/** A temporary chat goes so long after its last activity, */
const TEMPORARY_IDLE_MS = HOUR_MS;
/** and this long after it began at the latest. */
const TEMPORARY_MOST_MS = 24 * HOUR_MS;
/** What is left after so many batches waits for the job's next turn. */
const MOST_BATCHES = 200;

/** Removes for good what is no longer kept: what people deleted long ago, temporary chats, and what a team's retention
 *  says. Nothing that a legal hold covers. */
export async function purgeChats(db: Db, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const bounds = {
    deletedBefore: deletedForGood(now),
    idleSince: before(TEMPORARY_IDLE_MS),
    begunSince: before(TEMPORARY_MOST_MS),
    now,
  };
  for (let batch = 0; batch < MOST_BATCHES; batch++) if (!(await purgeSomeChats(db, bounds))) return;
}
