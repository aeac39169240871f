import { findPerson } from "@/db/queries/people";
import { confirmSecondFactor, findSecondFactor, replaceRecoveryCodes } from "@/db/queries/second-factors";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { openFactor } from "./factor-secret";
import { limitCodes } from "./limit-codes";
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-codes";
import { matchTotp } from "./totp";

interface Confirmation {
  code: string;
  address: string;
  device?: string | undefined;
}

/** Switches the second factor of who asks on, once a code has shown that their app has the secret.
 *  @returns their recovery codes, which nobody can be told again
 *  @throws AppError `wrong_code`; `rate_limited` after too many of those; `conflict` where nothing is to be confirmed */
export async function confirmFactor(context: Context, { code, ...source }: Confirmation): Promise<string[]> {
  const { actor, db } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { personId } = actor;
  const [factor, person] = await Promise.all([findSecondFactor(db, personId), findPerson(db, personId)]);
  if (person === null) throw new AppError("not_found");
  if (factor === null || factor.confirmedAt !== null) throw new AppError("conflict");
  const { sealed } = factor;
  const succeed = await limitCodes(db, { personId, email: person.email, kind: "enrol", ...source });
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
  await succeed();
  return codes;
}
