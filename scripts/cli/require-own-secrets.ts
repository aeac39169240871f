import type { Db } from "@/db/client";
import { authSecret } from "@/lib/auth/auth-secret";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { areSecretsOfDatabase } from "@/lib/setup/check-secrets";
import { Failure } from "./failure";

/** A key sealed with another secret than the server's could never be opened again.
 *  @throws Failure */
export async function requireOwnSecrets(db: Db): Promise<void> {
  const secrets = { authSecret: authSecret(), encryptionKey: encryptionKey() };
  if (await areSecretsOfDatabase(db, secrets)) return;
  throw new Failure(
    "AUTH_SECRET or WYE_ENCRYPTION_KEY is not the one this database was first used with. Set both to what the server has.",
  );
}
