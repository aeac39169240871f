import type { OAuth2Config } from "next-auth/providers";
import type { SignInMethodRow } from "@/db/queries/sign-in-methods";

/** A method of a vendor that speaks OAuth in a way of its own. */
export type VendorMethod = Omit<OAuth2Config<{ sub: string }>, "options"> & {
  /** How a token is asked for, where it is not as OAuth has it. */
  askForToken?: typeof fetch;
};

/** Builds one from its row and its opened secret. */
export type BuildVendorMethod = (row: SignInMethodRow, clientSecret: string) => VendorMethod;

/** What all of them have in common. What `userinfo` answers is read by `readClaims`, as an ID token's claims are. */
export function vendorBasis({ id, name, clientId }: SignInMethodRow, clientSecret: string) {
  return {
    ...{ id, name, clientId, clientSecret },
    type: "oauth",
    client: { token_endpoint_auth_method: "client_secret_post" },
    profile: ({ sub }: { sub: string }) => ({ id: sub }),
  } as const satisfies Partial<VendorMethod>;
}
