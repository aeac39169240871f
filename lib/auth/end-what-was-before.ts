import type { Db } from "@/db/client";
import { revokeApiKeysOf } from "@/db/queries/api-keys";
import { updatePasswordHash } from "@/db/queries/people";
import { deleteSecondFactor } from "@/db/queries/second-factors";
import { revokeSessionsOf } from "@/db/queries/sessions";
import { deleteSelfAddedIdentitiesOf } from "@/db/queries/sign-in-methods";
import { deleteSignInStepsOf } from "@/db/queries/sign-in-steps";

/** Whoever made the account may not have been whose address it has: the first proof of the address ends their ways in,
 *  and what would keep its owner out. */
export async function endWhatWasBefore(tx: Db, personId: string): Promise<void> {
  await updatePasswordHash(tx, personId, null);
  await deleteSelfAddedIdentitiesOf(tx, personId);
  await deleteSecondFactor(tx, personId);
  await deleteSignInStepsOf(tx, personId);
  await revokeSessionsOf(tx, personId, "all");
  await revokeApiKeysOf(tx, personId);
}
