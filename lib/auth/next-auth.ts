import { cookies, headers } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, {
  type Account,
  CredentialsSignin,
  customFetch,
  type NextAuthConfig,
  type User,
} from "next-auth";
import type { Provider } from "next-auth/providers";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { findSessionHolder, revokeSession } from "@/db/queries/sessions";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { enterByMethod } from "@/lib/sign-in/enter-by-method";
import { linkIdentity } from "@/lib/sign-in/link-identity";
import { type OpenMethod, openMethods } from "@/lib/sign-in/open-methods";
import { authSecret } from "./auth-secret";
import { checkCredentials } from "./check-credentials";
import { CLIENT_ADDRESS_HEADER } from "./client-address-header";
import { owesCode } from "./factors/owes-code";
import { DEVICE_COOKIE } from "./known-device";
import { takeLinkTicket } from "./link-cookie";
import type { LinkTicket } from "./link-ticket";
import { pageLocale } from "./page-locale";
import { safePath } from "./safe-path";
import { sessionLifetime } from "./session-lifetime";
import { readSessionId, sessionCookieName } from "./session-token";
import { startSession } from "./start-session";

declare module "next-auth" {
  interface User {
    sid?: string;
  }
}

const SignIn = z.object({ email: z.string().max(320), password: z.string().max(1024) });

/** next-auth over our own sessions: its token holds nothing but the id of a row, which must still be live.
 *  Made when first asked for, because a build has no secrets. */
async function config(): Promise<NextAuthConfig> {
  return {
    basePath: "/api/auth",
    secret: authSecret(),
    // Requests are given AUTH_URL's origin before next-auth sees them, so no header can name another host.
    trustHost: true,
    useSecureCookies: env().AUTH_URL.startsWith("https:"),
    session: { strategy: "jwt", maxAge: sessionLifetime().totalSeconds },
    pages: { signIn: "/signin", error: "/signin" },
    providers: [
      Credentials({
        credentials: { email: {}, password: { type: "password" } },
        authorize: (credentials, request) => authorize(credentials, request),
      }),
      ...(await openMethods(database())).map(toProvider),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) =>
        account && account.type !== "credentials" ? enter(user, account, profile) : true,
      jwt: async ({ token, user }) => liveToken(user?.sid ?? token.sid),
      session: async ({ session, token }) => {
        const holder = typeof token.sid === "string" ? await findSessionHolder(database(), token.sid) : null;
        const { name, email } = holder?.person ?? { name: null, email: null };
        return { expires: session.expires, user: { name, email } };
      },
      redirect: ({ url, baseUrl }) =>
        baseUrl + safePath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    },
    events: {
      signOut: async (message) => {
        if ("token" in message && typeof message.token?.sid === "string") {
          await revokeSession(database(), message.token.sid);
        }
      },
    },
    logger: {
      // A refused sign-in is no fault of the server, and its error may hold what was typed.
      error: (error) => {
        if (!(error instanceof CredentialsSignin))
          log().warn({ reason: error.name }, "next-auth refused a request");
      },
      warn: (code) => log().warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

/** Where a vendor's tokens are asked for in a way of its own, next-auth is told by a symbol. */
function toProvider(method: OpenMethod): Provider {
  if (!("askForToken" in method) || method.askForToken === undefined) return method;
  const { askForToken, ...provider } = method;
  return { ...provider, [customFetch]: askForToken };
}

async function authorize(credentials: unknown, request: Request): Promise<{ id: string; sid: string }> {
  const input = SignIn.safeParse(credentials);
  if (!input.success) throw new CredentialsSignin();
  try {
    const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "";
    const device = new NextRequest(request).cookies.get(DEVICE_COOKIE)?.value;
    const id = await checkCredentials(database(), input.data, { address, device });
    // It takes no code: who owes one signs in through the page.
    if (await owesCode(database(), id)) throw new CredentialsSignin("second_factor");
    return { id, sid: await startSession(database(), id, request.headers.get("user-agent")) };
  } catch (error) {
    if (error instanceof AppError) throw new CredentialsSignin(error.code, { cause: error });
    throw error;
  }
}

/** Gives the user, which the token is made from next, their session. @returns where somebody is told why not */
async function enter(user: User, account: Account, profile: unknown): Promise<true | string> {
  const { provider: methodId, refresh_token: refreshToken } = account;
  const ticket = await takeLinkTicket(methodId);
  if (ticket !== null) return link({ methodId, profile, ticket });
  try {
    const userAgent = (await headers()).get("user-agent");
    user.sid = (await enterByMethod(database(), { methodId, profile, userAgent, refreshToken })).sid;
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { reason = "unknown", by } = error.params;
    const told = { refused: String(reason), ...(by !== undefined && { by: String(by) }) };
    return `/signin?${new URLSearchParams(told)}`;
  }
}

/** Adds the method to the account of who asked for it in this browser and is still signed in; they stay so.
 *  @returns where they are told what came of it */
async function link({
  methodId,
  profile,
  ticket: { sessionId, isLate },
}: {
  methodId: string;
  profile: unknown;
  ticket: LinkTicket;
}): Promise<string> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const holder =
    (await readSessionId(cookie)) === sessionId ? await findSessionHolder(database(), sessionId) : null;
  if (!holder) return "/signin?refused=again";
  if (isLate) return "/account?refused=late#ways";
  try {
    const locale = await pageLocale();
    await linkIdentity(database(), { methodId, profile, personId: holder.person.id, locale });
    return `/account?added=${methodId}#ways`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `/account?refused=${error.params.reason ?? "unknown"}#ways`;
  }
}

async function liveToken(sid: unknown): Promise<{ sid: string } | null> {
  if (typeof sid !== "string") return null;
  return (await findSessionHolder(database(), sid)) === null ? null : { sid };
}

const { handlers } = NextAuth(config);

/** Answers /api/auth/*. AUTH_URL says where Wye is, whatever Host the request names. */
export function handleAuth(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const url = new URL(pathname + search, env().AUTH_URL);
  // DingTalk's name for it.
  const code = url.searchParams.get("authCode");
  if (code !== null && !url.searchParams.has("code")) url.searchParams.set("code", code);
  const own = new NextRequest(url, request);
  return request.method === "POST" ? handlers.POST(own) : handlers.GET(own);
}
