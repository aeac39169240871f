import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { findPerson } from "@/db/queries/people";
import {
  attemptSignInStep,
  insertSignInStep,
  isSignInStepLive,
  takeSignInStep,
} from "@/db/queries/sign-in-steps";
import { AppError } from "@/lib/errors";
import { hashToken } from "../hash-token";
import { checkCode } from "./check-code";

export const STEP_SECONDS = 10 * 60;
/** Codes that one sign-in may try; after that it starts again with its first factor. */
export const MAX_CODES_OF_STEP = 5;

/** Notes that somebody has shown a first factor and owes the second. @returns what their browser brings with the code */
export async function beginSignInStep(db: Db, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + STEP_SECONDS * 1000);
  await insertSignInStep(db, { hash: hashToken(token), personId, expiresAt });
  return token;
}

/** Whether a code may still be brought with it. */
export const isStepLive = (db: Db, token: string | undefined): Promise<boolean> =>
  token === undefined ? Promise.resolve(false) : isSignInStepLive(db, hashToken(token));

interface StepGiven {
  token: string | undefined;
  code: string;
  address: string;
  device?: string | undefined;
}

/** Who has now shown both factors. The step is used up.
 *  @throws AppError `step_over` for one that is past, used, invented, tried too often or withdrawn; `wrong_code`;
 *  `rate_limited` */
export async function finishSignInStep(
  db: Db,
  { token, ...given }: StepGiven,
): Promise<{ id: string; email: string }> {
  const hash = hashToken(token ?? "");
  const personId = await attemptSignInStep(db, hash, MAX_CODES_OF_STEP);
  const person = personId === null ? null : await findPerson(db, personId);
  if (!person || person.suspendedAt !== null) throw new AppError("step_over");
  const { id, email } = person;
  await checkCode(db, { personId: id, email, ...given });
  if (!(await takeSignInStep(db, hash))) throw new AppError("step_over");
  return { id, email };
}
