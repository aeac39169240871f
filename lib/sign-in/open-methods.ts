import type { OIDCConfig } from "next-auth/providers";
import type { Db } from "@/db/client";
import { listOpenSignInMethods, type SignInMethodRow } from "@/db/queries/sign-in-methods";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { unseal } from "@/lib/providers/seal";
import { dingtalk } from "./vendors/dingtalk";
import { feishu } from "./vendors/feishu";
import { github } from "./vendors/github";
import type { VendorMethod } from "./vendors/vendor-method";

export type OpenMethod = OIDCConfig<{ sub: string }> | VendorMethod;

const VENDORS = { github, feishu, dingtalk } as const;

/** The methods as next-auth takes them: for OpenID Connect with discovery, PKCE, state and nonce; for the others with
 *  what their vendor knows of these. */
export async function openMethods(db: Db): Promise<OpenMethod[]> {
  return (await listOpenSignInMethods(db)).map(open);
}

function open(row: SignInMethodRow): OpenMethod {
  const { id, name, kind, issuer, clientId } = row;
  const clientSecret = unseal(row.clientSecretSealed, encryptionKey(), `sign-in-method:${id}`);
  if (kind in VENDORS) return VENDORS[kind as keyof typeof VENDORS](row, clientSecret);
  return {
    id,
    name,
    type: "oidc",
    issuer,
    clientId,
    clientSecret,
    checks: ["pkce", "state", "nonce"],
    // Who it is, is read from the claims themselves.
    profile: ({ sub }) => ({ id: sub }),
  };
}
