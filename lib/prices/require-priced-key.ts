import { findCredential } from "@/db/queries/credentials";
import { findProvider } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

interface PricedKey {
  scope: "team" | "instance";
  vendor: string;
  credentialId?: string | null | undefined;
}

/** A price for one key is of a key of that vendor which its scope uses: for all teams one of the instance's, for a team
 *  its own or one of those.
 *  @throws AppError `invalid_input` */
export async function requirePricedKey(
  { db, actor }: Context,
  { scope, vendor, credentialId }: PricedKey,
): Promise<void> {
  if (!credentialId) return;
  const own = scope === "team" ? await findCredential(db, actor.teamId, credentialId) : null;
  const key = own ?? (await findCredential(db, INSTANCE_TEAM_ID, credentialId));
  const provider = key && (await findProvider(db, key.teamId, key.providerId));
  if (provider?.vendor !== vendor) {
    throw new AppError("invalid_input", {
      field: "credentialId",
      problem: "no key of this vendor in use here",
    });
  }
}
