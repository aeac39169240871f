import { countRecoveryCodes, findSecondFactor } from "@/db/queries/second-factors";
import type { Context } from "@/lib/context";

export interface MyFactor {
  since: Date;
  recoveryCodesLeft: number;
}

/** The second factor of who asks; null: none. */
export async function getMyFactor({ db, actor }: Context): Promise<MyFactor | null> {
  const factor = await findSecondFactor(db, actor.personId);
  if (factor?.confirmedAt == null) return null;
  return { since: factor.confirmedAt, recoveryCodesLeft: await countRecoveryCodes(db, actor.personId) };
}
