export interface Credentials {
  email: string;
  password: string;
}

/** Signs in as a page would, through next-auth's own endpoints. @returns the `Cookie` header of the session.
 *  @throws Error when no session comes of it. */
export async function signIn(origin: string, { email, password }: Credentials): Promise<string> {
  const cookies = new Map<string, string>();
  const csrf = await fetch(`${origin}/api/auth/csrf`);
  keepCookies(csrf, cookies);
  const { csrfToken }: { csrfToken: string } = await csrf.json();

  const signedIn = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin, cookie: cookieHeader(cookies) },
    body: new URLSearchParams({ email, password, csrfToken, callbackUrl: origin }),
  });
  keepCookies(signedIn, cookies);
  if (![...cookies.keys()].some((name) => name.includes("session-token"))) {
    throw new Error(`no session: status ${signedIn.status}, location ${signedIn.headers.get("location")}`);
  }
  return cookieHeader(cookies);
}

function keepCookies(response: Response, cookies: Map<string, string>): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const split = pair.indexOf("=");
    cookies.set(pair.slice(0, split), pair.slice(split + 1));
  }
}

function cookieHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}
