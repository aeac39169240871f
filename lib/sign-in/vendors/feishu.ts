import { z } from "zod";
import { askVendor, tokensInJson } from "./ask-vendor";
import { type BuildVendorMethod, vendorBasis } from "./vendor-method";

const UserInfo = z.object({
  code: z.literal(0),
  data: z.object({
    tenant_key: z.string().min(1),
    union_id: z.string().min(1),
    name: z.string().nullish(),
    enterprise_email: z.string().nullish(),
  }),
});

/** Feishu, or Lark under its addresses. Who somebody is, is their company and their union id, which is the same in every
 *  app of one developer. The address that their company gives them is theirs; the other they typed. */
export const feishu: BuildVendorMethod = (row, clientSecret) => {
  const api = row.apiUrl ?? row.issuer.replace("://accounts.", "://open.");
  return {
    ...vendorBasis(row, clientSecret),
    issuer: row.issuer,
    checks: ["pkce", "state"],
    authorization: { url: `${row.issuer}/open-apis/authen/v1/authorize`, params: { scope: "" } },
    token: `${api}/open-apis/authen/v2/oauth/token`,
    askForToken: tokensInJson((sent) => sent),
    userinfo: {
      url: `${api}/open-apis/authen/v1/user_info`,
      request: async ({ tokens }: { tokens: { access_token?: string } }) => {
        const headers = { authorization: `Bearer ${tokens.access_token}` };
        const answer = await askVendor(`${api}/open-apis/authen/v1/user_info`, headers);
        const { tenant_key: tenant, union_id: unionId, ...own } = UserInfo.parse(answer).data;
        return {
          sub: `${tenant}:${unionId}`,
          tenant,
          name: own.name,
          email: own.enterprise_email,
          email_verified: Boolean(own.enterprise_email),
        };
      },
    },
  };
};
