import { deleteSecondFactor } from "@/db/queries/second-factors";
import { deleteSignInStepsOf } from "@/db/queries/sign-in-steps";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** Takes the second factor of who asks away, with its recovery codes.
 *  @throws AppError `conflict` for who has none */
export async function switchOffFactor(context: Context): Promise<void> {
  const { actor } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { personId } = actor;
  await transact(context, async (inner) => {
    if (!(await deleteSecondFactor(inner.db, personId))) throw new AppError("conflict");
    await deleteSignInStepsOf(inner.db, personId);
    await recordAudit(inner, { teamId: INSTANCE_TEAM_ID, action: "person.factor-off", target: personId });
  });
}
