import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { type LinkTicket, makeLinkTicket, readLinkTicket } from "./link-ticket";

const COOKIE = "wye-add-way";
const PATH = "/api/auth/callback";
/** Longer than next-auth takes an answer (15 minutes): one that comes at all finds the ticket, be it too late. */
const KEPT_SECONDS = 20 * 60;

/** Notes in this browser that who is signed in wants to add a method: what comes back from it next is no sign-in. */
export async function keepLinkTicket(sessionId: string, methodId: string): Promise<void> {
  (await cookies()).set(COOKIE, makeLinkTicket(sessionId, methodId, Date.now()), {
    httpOnly: true,
    // Lax, because the provider's page leads back.
    sameSite: "lax",
    secure: env().AUTH_URL.startsWith("https:"),
    path: PATH,
    maxAge: KEPT_SECONDS,
  });
}

/** The ticket of this browser for the method, once; null: it is a sign-in. */
export async function takeLinkTicket(methodId: string): Promise<LinkTicket | null> {
  const jar = await cookies();
  const sealed = jar.get(COOKIE)?.value;
  if (sealed === undefined) return null;
  jar.delete({ name: COOKIE, path: PATH });
  return readLinkTicket(sealed, methodId, Date.now());
}
