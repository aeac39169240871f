import { revokeInvitationsOf } from "@/db/queries/invitations";
import { notifyAccess, requestStopOfRuns } from "@/db/queries/members";
import type { Context } from "@/lib/context";

/** What follows where a member loses the team: their answers stop, their streams end, and nobody comes in by an
 *  invitation of theirs. Within the transaction of the change. */
export async function closeAccess({ db, actor }: Context, personId: string): Promise<void> {
  await requestStopOfRuns(db, actor.teamId, personId);
  await revokeInvitationsOf(db, actor.teamId, personId);
  await notifyAccess(db, actor.teamId, personId);
}

/** Once that stands, an answer that began while it was written is stopped too. */
export async function stopWhatBegan({ db, actor }: Context, personId: string): Promise<void> {
  await requestStopOfRuns(db, actor.teamId, personId);
}
