import type { Db } from "@/db/client";
import { destroyPersonKey } from "@/db/queries/person-keys";

/** Makes unreadable, for good, every value that was sealed for this person (or invitation); what seals one later seals
 *  nothing. To be called in the transaction that erases them, after its last entry that names them. Nothing keeps a key
 *  in memory, so no replica can still open one afterwards. */
export async function destroyKey(tx: Db, subjectId: string): Promise<void> {
  await destroyPersonKey(tx, subjectId, new Date());
}
