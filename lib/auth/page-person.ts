import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { newId } from "@/lib/ids";
import { CLIENT_ADDRESS_HEADER } from "./client-address-header";
import { pageViewer } from "./page-viewer";
import { sessionCookieName } from "./session-token";
import { findLonePerson, type PersonViewer } from "./viewer";

/** Who is signed in, whether or not a team has them: for what is a person's own. */
export const pagePerson = cache(async (): Promise<PersonViewer | null> => {
  const viewer = await pageViewer();
  if (viewer) return viewer;
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return findLonePerson({
    session: jar.get(sessionCookieName())?.value,
    requestId: head.get("x-request-id") ?? newId(),
    address: head.get(CLIENT_ADDRESS_HEADER),
  });
});

/** For pages: sends to the sign-in page who is not signed in. */
export async function requirePerson(): Promise<PersonViewer> {
  return (await pagePerson()) ?? redirect(`/signin?${new URLSearchParams({ callbackUrl: "/account" })}`);
}
