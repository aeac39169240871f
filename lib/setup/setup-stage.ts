import { authSecret } from "@/lib/auth/auth-secret";
import { database } from "@/lib/database";
import { ensureSetupState } from "./setup-state";
import { isSetupToken } from "./setup-token";

/** What the bearer of a set-up link may do. */
export type SetupStage = "open" | "wrong_link" | "done";

export async function setupStage(token: string): Promise<SetupStage> {
  const { nonce, claimedAt } = await ensureSetupState(database());
  if (claimedAt !== null) return "done";
  return isSetupToken(token, nonce, authSecret()) ? "open" : "wrong_link";
}

/** Whether somebody owns the instance. */
export async function isSetUp(): Promise<boolean> {
  return (await ensureSetupState(database())).claimedAt !== null;
}
