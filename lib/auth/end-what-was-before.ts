import { revokeApiKeysOf } from "@/db/queries/api-keys";
import { updatePasswordHash } from "@/db/queries/people";
import { deleteSecondFactor } from "@/db/queries/second-factors";
import { revokeSessionsOf } from "@/db/queries/sessions";
import { deleteSelfAddedIdentitiesOf } from "@/db/queries/sign-in-methods";
import { deleteSignInStepsOf } from "@/db/queries/sign-in-steps";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";

/** Whoever made the account may not have been whose address it has: the first proof of the address ends their ways in,
 *  and what would keep its owner out. In the caller's transaction. */
export async function endWhatWasBefore(inner: Context, personId: string): Promise<void> {
  const { db } = inner;
  await updatePasswordHash(db, personId, null);
  await deleteSelfAddedIdentitiesOf(db, personId);
  await deleteSecondFactor(db, personId);
  await deleteSignInStepsOf(db, personId);
  await revokeSessionsOf(db, personId, "all");
  await revokeApiKeysOf(db, personId);
  await recordAudit(inner, { teamId: INSTANCE_TEAM_ID, action: "person.reclaim", target: personId });
}
