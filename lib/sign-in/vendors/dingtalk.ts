import { z } from "zod";
import { askVendor, tokensInJson } from "./ask-vendor";
import { type BuildVendorMethod, vendorBasis } from "./vendor-method";

const Tokens = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().optional(),
  expireIn: z.number().optional(),
  corpId: z.string().optional(),
});
const User = z.object({ unionId: z.string().min(1), nick: z.string().nullish() });

/** DingTalk. Which company somebody chose to come from is told with the token; who they are, by their union id. The
 *  address in their profile is what they typed, so they come without one. It knows no PKCE; the state and the secret
 *  hold the answer to the question. */
export const dingtalk: BuildVendorMethod = (row, clientSecret) => {
  const api = row.apiUrl ?? row.issuer.replace("://login.", "://api.");
  return {
    ...vendorBasis(row, clientSecret),
    issuer: row.issuer,
    checks: ["state"],
    authorization: {
      url: `${row.issuer}/oauth2/auth`,
      params: { scope: "openid corpid", prompt: "consent" },
    },
    token: `${api}/v1.0/oauth2/userAccessToken`,
    askForToken: tokensInJson(
      ({ code }) => ({ clientId: row.clientId, clientSecret, code, grantType: "authorization_code" }),
      readTokens,
    ),
    userinfo: {
      url: `${api}/v1.0/contact/users/me`,
      request: async ({ tokens }: { tokens: { access_token?: string; corp_id?: unknown } }) => {
        const headers = { "x-acs-dingtalk-access-token": tokens.access_token ?? "" };
        const { unionId, nick } = User.parse(await askVendor(`${api}/v1.0/contact/users/me`, headers));
        return { sub: `${tokens.corp_id}:${unionId}`, tenant: tokens.corp_id, name: nick };
      },
    },
  };
};

/** @returns as OAuth names it; what is no token stays as it came, and is refused by whoever asked */
function readTokens(answer: unknown): object {
  const parsed = Tokens.safeParse(answer);
  if (!parsed.success) return { error: "invalid_grant" };
  const { accessToken, refreshToken, expireIn, corpId } = parsed.data;
  return {
    access_token: accessToken,
    token_type: "bearer",
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    ...(expireIn !== undefined && { expires_in: expireIn }),
    corp_id: corpId,
  };
}
