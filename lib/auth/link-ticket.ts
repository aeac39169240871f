import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "@/lib/env";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";

const COOKIE = "wye-add-way";
const PLACE = "add-way";
const MOST_SECONDS = 600;

const Ticket = z.object({ sessionId: z.uuid(), methodId: z.uuid(), until: z.number() });

/** Notes in this browser that who is signed in wants to add a method: what comes back from it next is no sign-in. */
export async function keepLinkTicket(sessionId: string, methodId: string): Promise<void> {
  const ticket = { sessionId, methodId, until: Date.now() + MOST_SECONDS * 1000 };
  (await cookies()).set(COOKIE, seal(JSON.stringify(ticket), encryptionKey(), PLACE), {
    httpOnly: true,
    // Lax, because the provider's page leads back.
    sameSite: "lax",
    secure: env().AUTH_URL.startsWith("https:"),
    path: "/api/auth/callback",
    maxAge: MOST_SECONDS,
  });
}

/** Whose session wanted to add this method, once; null: it is a sign-in. */
export async function takeLinkTicket(methodId: string): Promise<string | null> {
  const jar = await cookies();
  const sealed = jar.get(COOKIE)?.value;
  if (sealed === undefined) return null;
  jar.delete({ name: COOKIE, path: "/api/auth/callback" });
  const ticket = open(sealed);
  return ticket?.methodId === methodId && ticket.until > Date.now() ? ticket.sessionId : null;
}

function open(sealed: string): z.output<typeof Ticket> | null {
  try {
    return Ticket.parse(JSON.parse(unseal(sealed, encryptionKey(), PLACE)));
  } catch {
    // A ticket that does not open was made by nobody here.
    return null;
  }
}
