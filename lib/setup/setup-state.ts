import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/client";
import { claimSetting, lockSetting, writeSetting } from "@/db/queries/settings";

const SETUP_SETTING = "setup";

const SetupState = z.object({
  /** Makes the set-up link of this instance its own. */
  nonce: z.string().min(1),
  /** ISO 8601; null until somebody owns the instance. */
  claimedAt: z.string().nullable(),
});
export type SetupState = z.infer<typeof SetupState>;

/** The state that stands, made if this is the first start. Replicas that start together agree on one. */
export async function ensureSetupState(db: Db): Promise<SetupState> {
  const fresh: SetupState = { nonce: randomBytes(16).toString("base64url"), claimedAt: null };
  return SetupState.parse(await claimSetting(db, SETUP_SETTING, fresh));
}

/** The state, held for the rest of the transaction: an instance is claimed once. */
export async function lockSetupState(tx: Db): Promise<SetupState> {
  await ensureSetupState(tx);
  return SetupState.parse(await lockSetting(tx, SETUP_SETTING));
}

export async function markClaimed(tx: Db, state: SetupState, now: Date): Promise<void> {
  await writeSetting(tx, SETUP_SETTING, { ...state, claimedAt: now.toISOString() } satisfies SetupState);
}
