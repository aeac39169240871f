import type { Db } from "@/db/client";
import { requestStops } from "@/db/queries/runs";
import { isTeamHeld } from "@/db/queries/standing-holds";
import {
  deleteTeamRow,
  hideTeam,
  isTeamBusy,
  isTeamEmpty,
  listEndedTeams,
  removeTeamRows,
} from "@/db/queries/team-deletion";
import { recordAudit } from "@/lib/audit/record";
import { log } from "@/lib/log";
import { isShuttingDown } from "@/lib/on-shutdown";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";

/** Rows that one statement removes. */
const BATCH = 500;

/** Removes what the teams held whose time of grace is over, and them: in small steps, each of which stands by itself, so
 *  that it may break off anywhere and another process goes on. The ledger and the audit stay. */
export async function removeEndedTeams(db: Db, now = new Date()): Promise<void> {
  for (const { id } of await listEndedTeams(db, now)) {
    if (isShuttingDown()) return;
    if (await isTeamHeld(db, id)) continue;
    if (await hideTeam(db, id, now)) await requestStops(db, { teamId: id });
    // What is not accounted for yet is settled, or reaped, and then it is this team's turn again.
    if (await isTeamBusy(db, id)) continue;
    await removeTeam(db, id);
  }
}

async function removeTeam(db: Db, teamId: string): Promise<void> {
  while ((await removeTeamRows(db, teamId, BATCH)) > 0) if (isShuttingDown()) return;
  const instance = instanceContext(db);
  const removed = await transact({ ...instance, actor: { ...instance.actor, teamId } }, async (inner) => {
    if (!(await isTeamEmpty(inner.db, teamId)) || !(await deleteTeamRow(inner.db, teamId))) return false;
    await recordAudit(inner, { teamId, action: "team.removed", target: teamId });
    return true;
  });
  if (removed) log().info({ teamId }, "removed a deleted team");
}
