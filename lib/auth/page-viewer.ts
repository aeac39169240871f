import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { newId } from "@/lib/ids";
import { CLIENT_ADDRESS_HEADER } from "./client-address-header";
import { PATH_HEADER } from "./path-header";
import { sessionCookieName } from "./session-token";
import { TEAM_COOKIE } from "./team-cookie";
import { findViewer, type Viewer } from "./viewer";

/** The viewer of the page or action being served; looked up once per request. */
export const pageViewer = cache(async (): Promise<Viewer | null> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return findViewer({
    session: jar.get(sessionCookieName())?.value,
    team: jar.get(TEAM_COOKIE)?.value,
    requestId: head.get("x-request-id") ?? newId(),
    address: head.get(CLIENT_ADDRESS_HEADER),
  });
});

/** For pages: sends to the sign-in page who is not signed in, and back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await pageViewer();
  if (viewer) return viewer;
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  redirect(path === "/" ? "/signin" : `/signin?${new URLSearchParams({ callbackUrl: path })}`);
}
