import { z } from "zod";
import { askVendor } from "./ask-vendor";
import { type BuildVendorMethod, vendorBasis } from "./vendor-method";

const User = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

const ownApi = (issuer: string) =>
  issuer === "https://github.com" ? "https://api.github.com" : `${issuer}/api/v3`;

/** GitHub, or a GitHub Enterprise Server at an address of its own. What a profile shows as somebody's address is what
 *  they typed; theirs is the one that GitHub lists as their first and as verified. */
export const github: BuildVendorMethod = (row, clientSecret) => {
  const api = row.apiUrl ?? ownApi(row.issuer);
  return {
    ...vendorBasis(row, clientSecret),
    issuer: `${row.issuer}/login/oauth`,
    checks: ["pkce", "state"],
    authorization: { url: `${row.issuer}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
    token: `${row.issuer}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: async ({ tokens }: { tokens: { access_token?: string } }) => {
        const headers = { authorization: `Bearer ${tokens.access_token}` };
        const [user, emails] = await Promise.all([
          askVendor(`${api}/user`, headers).then((answer) => User.parse(answer)),
          askVendor(`${api}/user/emails`, headers).then((answer) => Emails.parse(answer)),
        ]);
        const own = emails.find(({ primary, verified }) => primary && verified);
        return {
          sub: String(user.id),
          name: user.name ?? user.login,
          email: own?.email,
          email_verified: own !== undefined,
        };
      },
    },
  };
};
