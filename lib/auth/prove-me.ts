import { findPerson } from "@/db/queries/people";
import { markSessionProven } from "@/db/queries/sessions";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { confirmPerson } from "./confirm-person";
import { checkCode } from "./factors/check-code";
import { proofWay } from "./proof-way";

interface Proof {
  sessionId: string;
  /** The password; of who has a second factor, a code. */
  given: string;
  address: string;
  device?: string | undefined;
}

/** Notes that who uses this session has just shown who they are.
 *  @throws AppError `wrong_credentials`, `wrong_code`, `rate_limited`; `forbidden` for who can only sign in again */
export async function proveMe({ db, actor }: Context, proof: Proof): Promise<void> {
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { personId } = actor;
  const { sessionId, given, ...source } = proof;
  const [way, person] = await Promise.all([proofWay(db, personId), findPerson(db, personId)]);
  if (person === null || way === "again") throw new AppError("forbidden");
  if (way === "password") await confirmPerson(db, personId, given);
  else await checkCode(db, { personId, email: person.email, code: given, ...source });
  await markSessionProven(db, sessionId);
}
