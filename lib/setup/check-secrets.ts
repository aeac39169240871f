import { createHmac, timingSafeEqual } from "node:crypto";
import type { Db } from "@/db/client";
import { claimSetting } from "@/db/queries/settings";

const FINGERPRINT_SETTING = "secret_fingerprint";

export interface Secrets {
  authSecret: string;
  encryptionKey: Buffer;
}

/** Whether these are the secrets the database was first used with. With others no stored key could be opened and
 *  no session read, so a replica that has them must not serve. The first to ask decides. */
export async function areSecretsOfDatabase(db: Db, secrets: Secrets): Promise<boolean> {
  const own = fingerprint(secrets);
  const stands = await claimSetting(db, FINGERPRINT_SETTING, own);
  if (typeof stands !== "string") return false;
  const [a, b] = [Buffer.from(own), Buffer.from(stands)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Says nothing of either secret to who reads it. */
function fingerprint({ authSecret, encryptionKey }: Secrets): string {
  return createHmac("sha256", encryptionKey).update(`wye fingerprint\n${authSecret}`).digest("base64url");
}
