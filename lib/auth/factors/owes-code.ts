import type { Db } from "@/db/client";
import { findSecondFactor } from "@/db/queries/second-factors";

/** Whether a person has a second factor, which signing in with less asks for. */
export async function owesCode(db: Db, personId: string): Promise<boolean> {
  const factor = await findSecondFactor(db, personId);
  return factor !== null && factor.confirmedAt !== null;
}
