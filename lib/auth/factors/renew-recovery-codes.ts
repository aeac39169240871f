import { replaceRecoveryCodes } from "@/db/queries/second-factors";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { owesCode } from "./owes-code";
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-codes";

/** New recovery codes for who asks; those before are worth nothing.
 *  @throws AppError `conflict` for who has no second factor */
export async function renewRecoveryCodes(context: Context): Promise<string[]> {
  const { actor } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { personId } = actor;
  const codes = makeRecoveryCodes();
  await transact(context, async (inner) => {
    if (!(await owesCode(inner.db, personId))) throw new AppError("conflict");
    await replaceRecoveryCodes(
      inner.db,
      personId,
      codes.map((code) => hashRecoveryCode(personId, code)),
    );
    await recordAudit(inner, { teamId: INSTANCE_TEAM_ID, action: "person.factor-codes", target: personId });
  });
  return codes;
}
