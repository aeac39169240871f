import type { Db } from "@/db/client";
import { deletePersonRow, isPersonBusy, listErasedPeople, removePersonRows } from "@/db/queries/erasure";
import { requestStops } from "@/db/queries/runs";
import { listTeamsHolding } from "@/db/queries/standing-holds";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import { log } from "@/lib/log";
import { isShuttingDown } from "@/lib/on-shutdown";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";

/** Rows that one statement removes. */
const BATCH = 500;
const MOST_PEOPLE = 100;

/** Removes what erased people wrote, and at last their rows: in small steps, each of which stands by itself, so that it
 *  may break off anywhere and another process goes on. What is being written for them is accounted for before. */
export async function finishErasures(db: Db): Promise<void> {
  for (const personId of await listErasedPeople(db, MOST_PEOPLE)) {
    if (isShuttingDown()) return;
    // A hold may have been set after the person was gone.
    if ((await listTeamsHolding(db, personId)).length > 0) continue;
    if (await isPersonBusy(db, personId)) await requestStops(db, { personId });
    else await finish(db, personId);
  }
}

async function finish(db: Db, personId: string): Promise<void> {
  while ((await removePersonRows(db, personId, BATCH)) > 0) if (isShuttingDown()) return;
  const gone = await transact(instanceContext(db), async (inner) => {
    // With it goes what was written under the hand of the loop above.
    if (!(await deletePersonRow(inner.db, personId))) return false;
    await recordAudit(inner, { teamId: INSTANCE_TEAM_ID, action: "person.erased", target: personId });
    return true;
  });
  if (gone) log().info({ personId }, "erased a person");
}
