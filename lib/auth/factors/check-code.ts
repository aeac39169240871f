import type { Db } from "@/db/client";
import { findSecondFactor, takeRecoveryCode, takeStep } from "@/db/queries/second-factors";
import { AppError } from "@/lib/errors";
import { openFactor } from "./factor-secret";
import { limitCodes } from "./limit-codes";
import { hashRecoveryCode, readRecoveryCode } from "./recovery-codes";
import { matchTotp } from "./totp";

interface CodeGiven {
  personId: string;
  email: string;
  /** Of the app, or a recovery code. */
  code: string;
  address: string;
  device?: string | undefined;
}

/** That somebody has the second factor of this person, now; a code is right once, whoever brings it and however many at
 *  once.
 *  @throws AppError `wrong_code`, alike for a wrong, an old and a used one; `rate_limited` after too many of those */
export async function checkCode(db: Db, given: CodeGiven): Promise<void> {
  const { personId, code } = given;
  const recovery = readRecoveryCode(code);
  const succeed = await limitCodes(db, { ...given, kind: recovery === null ? "code" : "recovery" });
  const isRight =
    recovery === null
      ? await isAppCode(db, personId, code.replaceAll(/\s/g, ""))
      : await takeRecoveryCode(db, personId, hashRecoveryCode(personId, recovery));
  if (!isRight) throw new AppError("wrong_code");
  await succeed();
}

async function isAppCode(db: Db, personId: string, code: string): Promise<boolean> {
  const factor = await findSecondFactor(db, personId);
  if (factor?.confirmedAt == null) return false;
  const step = matchTotp(openFactor(factor.sealed, personId), code, Date.now());
  return step !== null && (await takeStep(db, personId, step));
}
