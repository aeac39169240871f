import type { Db } from "@/db/client";
import { purgeSomeTemporaryChats } from "@/db/queries/retention";
import { TEMPORARY_IDLE_MS, TEMPORARY_MOST_MS, TEMPORARY_UNDO_MS } from "@/lib/chat/temporary";

/** What is left after so many batches waits for the job's next turn. */
const MOST_BATCHES = 200;

/** Removes for good the temporary chats that are over, and all that was written of them but their cost. Nothing that a
 *  legal hold covers. */
export async function purgeTemporaryChats(db: Db, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const bounds = {
    endedBefore: before(TEMPORARY_UNDO_MS),
    idleSince: before(TEMPORARY_IDLE_MS),
    begunSince: before(TEMPORARY_MOST_MS),
  };
  for (let batch = 0; batch < MOST_BATCHES; batch++) if (!(await purgeSomeTemporaryChats(db, bounds))) return;
}
