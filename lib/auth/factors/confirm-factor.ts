import { confirmSecondFactor, findSecondFactor, replaceRecoveryCodes } from "@/db/queries/second-factors";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { openFactor } from "./factor-secret";
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-codes";
import { matchTotp } from "./totp";

/** Switches the second factor of who asks on, once a code has shown that their app has the secret.
 *  @returns their recovery codes, which nobody can be told again
 *  @throws AppError `wrong_code`; `conflict` where nothing is to be confirmed */
export async function confirmFactor(context: Context, code: string): Promise<string[]> {
  const { actor, db } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { personId } = actor;
  const factor = await findSecondFactor(db, personId);
  if (factor === null || factor.confirmedAt !== null) throw new AppError("conflict");
  const { sealed } = factor;
  const step = matchTotp(openFactor(sealed, personId), code.replaceAll(/\s/g, ""), Date.now());
  if (step === null) throw new AppError("wrong_code");
  const codes = makeRecoveryCodes();
  await transact(context, async (inner) => {
    if (!(await confirmSecondFactor(inner.db, { personId, sealed, step }))) throw new AppError("conflict");
    await replaceRecoveryCodes(
      inner.db,
      personId,
      codes.map((made) => hashRecoveryCode(personId, made)),
    );
    await recordAudit(inner, { teamId: INSTANCE_TEAM_ID, action: "person.factor-on", target: personId });
  });
  return codes;
}
