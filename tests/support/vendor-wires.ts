import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Who signs in at a vendor, as each of them tells it. */
export interface VendorUser {
  id: string;
  name: string;
  /** GitHub's list of addresses. */
  emails: { email: string; primary: boolean; verified: boolean }[];
  /** What they typed into their profile. */
  typedEmail: string;
  /** What their company gave them. */
  enterpriseEmail: string | null;
  tenant: string;
}

/** What was asked for with a code, and has not been taken yet. */
export interface Asked {
  clientId: string;
  redirectUri: string;
  challenge: string | null;
}

export interface VendorState {
  user: VendorUser;
  secret: string;
  codes: Map<string, Asked>;
  /** Access tokens by whom they are about. */
  tokens: Map<string, VendorUser>;
}

type Json = Record<string, unknown>;
interface Answer {
  status: number;
  body: Json | Json[];
}

const fail = (status: number, body: Json): Answer => ({ status, body });

/** Takes a code once, if everything about it fits. @returns a fresh access token */
function take(
  state: VendorState,
  sent: { code: unknown; secret: unknown; redirectUri?: unknown; verifier?: unknown },
) {
  const asked = state.codes.get(String(sent.code));
  state.codes.delete(String(sent.code));
  if (!asked || sent.secret !== state.secret) return null;
  if (sent.redirectUri !== undefined && sent.redirectUri !== asked.redirectUri) return null;
  if (asked.challenge !== null) {
    const hash = createHash("sha256").update(String(sent.verifier)).digest("base64url");
    if (hash !== asked.challenge) return null;
  }
  const token = randomUUID();
  state.tokens.set(token, state.user);
  return token;
}

const bearer = ({ headers }: IncomingMessage) => headers.authorization?.replace(/^Bearer /, "") ?? "";

function readJson(request: IncomingMessage, body: string): Json | null {
  return request.headers["content-type"]?.startsWith("application/json") ? JSON.parse(body) : null;
}

type Serve = (state: VendorState, request: IncomingMessage, body: string) => Answer;

/** What the vendors' servers answer, by method and path. Where GitHub's code is wrong it still says 200. */
export const VENDOR_WIRES: Readonly<Record<string, Serve>> = {
  "POST /login/oauth/access_token": (state, _request, body) => {
    const sent = new URLSearchParams(body);
    const token = take(state, {
      code: sent.get("code"),
      secret: sent.get("client_secret"),
      redirectUri: sent.get("redirect_uri"),
      verifier: sent.get("code_verifier"),
    });
    if (token === null) return fail(200, { error: "bad_verification_code" });
    return {
      status: 200,
      body: { access_token: token, token_type: "bearer", scope: "read:user,user:email" },
    };
  },
  "GET /api/v3/user": (state, request) => {
    const user = state.tokens.get(bearer(request));
    if (!user) return fail(401, { message: "Bad credentials" });
    return {
      status: 200,
      body: { id: Number(user.id), login: "octo", name: user.name, email: user.typedEmail },
    };
  },
  "GET /api/v3/user/emails": (state, request) => {
    const user = state.tokens.get(bearer(request));
    return user ? { status: 200, body: user.emails } : fail(401, { message: "Bad credentials" });
  },
  "POST /open-apis/authen/v2/oauth/token": (state, request, body) => {
    const sent = readJson(request, body);
    const token =
      sent?.grant_type === "authorization_code"
        ? take(state, {
            code: sent.code,
            secret: sent.client_secret,
            redirectUri: sent.redirect_uri,
            verifier: sent.code_verifier,
          })
        : null;
    if (token === null) return fail(400, { code: 20003, error: "invalid_grant", error_description: "used" });
    return { status: 200, body: { code: 0, access_token: token, token_type: "Bearer", expires_in: 7200 } };
  },
  "GET /open-apis/authen/v1/user_info": (state, request) => {
    const user = state.tokens.get(bearer(request));
    if (!user) return fail(401, { code: 20005, msg: "invalid access token" });
    const data = {
      ...{ name: user.name, open_id: `ou_${user.id}`, union_id: `on_${user.id}`, tenant_key: user.tenant },
      ...{ email: user.typedEmail, enterprise_email: user.enterpriseEmail ?? "" },
    };
    return { status: 200, body: { code: 0, msg: "success", data } };
  },
  "POST /v1.0/oauth2/userAccessToken": (state, request, body) => {
    const sent = readJson(request, body);
    const token =
      sent?.grantType === "authorization_code"
        ? take(state, { code: sent.code, secret: sent.clientSecret })
        : null;
    if (token === null) return fail(400, { code: "invalidParameter", message: "no such code" });
    return {
      status: 200,
      body: { accessToken: token, refreshToken: randomUUID(), expireIn: 7200, corpId: state.user.tenant },
    };
  },
  "GET /v1.0/contact/users/me": (state, request) => {
    const user = state.tokens.get(String(request.headers["x-acs-dingtalk-access-token"]));
    if (!user) return fail(400, { code: "InvalidAuthentication" });
    return {
      status: 200,
      body: { nick: user.name, unionId: `u_${user.id}`, openId: `o_${user.id}`, email: user.typedEmail },
    };
  },
};
