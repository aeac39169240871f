import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { TOKEN_SECONDS } from "./token-purpose";

const COOKIE = "wye-link";

/** What this browser holds since it asked for a sign-in link; undefined: it did not, or long ago. */
export async function readLinkBrowser(): Promise<string | undefined> {
  return (await cookies()).get(COOKIE)?.value;
}

/** The same, made if it is not there: of several links that were asked for, each works. */
export async function ensureLinkBrowser(): Promise<string> {
  const secret = (await readLinkBrowser()) ?? randomBytes(32).toString("base64url");
  (await cookies()).set(COOKIE, secret, {
    httpOnly: true,
    // Lax, because the link is opened from a mail program's page.
    sameSite: "lax",
    secure: env().AUTH_URL.startsWith("https:"),
    path: "/signin",
    maxAge: TOKEN_SECONDS.link,
  });
  return secret;
}
