import type { OIDCConfig } from "next-auth/providers";
import type { Db } from "@/db/client";
import { listOpenSignInMethods, type SignInMethodRow } from "@/db/queries/sign-in-methods";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { unseal } from "@/lib/providers/seal";
import type { MethodKind } from "./method-input";
import { dingtalk } from "./vendors/dingtalk";
import { feishu } from "./vendors/feishu";
import { github } from "./vendors/github";
import type { VendorMethod } from "./vendors/vendor-method";

export type OpenMethod = OIDCConfig<{ sub: string }> | VendorMethod;

const VENDORS = { github, feishu, dingtalk } as const;

/** How each is asked for what it can be asked with later whether somebody is still there; of a provider that is not known
 *  it is taken where it comes by itself, as one may refuse a scope that it does not know. */
const LASTING: Readonly<Partial<Record<MethodKind, Record<string, string>>>> = {
  entra: { scope: "openid profile email offline_access" },
  google: { scope: "openid profile email", access_type: "offline" },
};

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
    authorization: { params: LASTING[kind] ?? {} },
    // Who it is, is read from the claims themselves.
    profile: ({ sub }) => ({ id: sub }),
  };
}
