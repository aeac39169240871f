import type { OIDCConfig } from "next-auth/providers";
import type { Db } from "@/db/client";
import { listSignInMethods } from "@/db/queries/sign-in-methods";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { unseal } from "@/lib/providers/seal";

/** The methods as next-auth takes them: discovery, PKCE, state and nonce for each. */
export async function openMethods(db: Db): Promise<OIDCConfig<{ sub: string }>[]> {
  const rows = await listSignInMethods(db);
  return rows.map(({ id, name, issuer, clientId, clientSecretSealed }) => ({
    id,
    name,
    type: "oidc",
    issuer,
    clientId,
    clientSecret: unseal(clientSecretSealed, encryptionKey(), `sign-in-method:${id}`),
    checks: ["pkce", "state", "nonce"],
    // Who it is, is read from the claims themselves.
    profile: ({ sub }) => ({ id: sub }),
  }));
}
