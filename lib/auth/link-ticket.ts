import { z } from "zod";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";

const PLACE = "add-way";
/** How long a provider's answer still adds the method. */
const USEFUL_MS = 10 * 60_000;

const Ticket = z.object({ sessionId: z.uuid(), methodId: z.uuid(), until: z.number() });

/** What says that the next answer of a method is no sign-in. */
export interface LinkTicket {
  /** Whose session wanted to add it. */
  sessionId: string;
  /** It came too late, and adds nothing. It is no sign-in all the same. */
  isLate: boolean;
}

export function makeLinkTicket(sessionId: string, methodId: string, nowMs: number): string {
  return seal(JSON.stringify({ sessionId, methodId, until: nowMs + USEFUL_MS }), encryptionKey(), PLACE);
}

/** Null: it is of another method, or was made by nobody here. */
export function readLinkTicket(sealed: string, methodId: string, nowMs: number): LinkTicket | null {
  const ticket = open(sealed);
  if (ticket?.methodId !== methodId) return null;
  return { sessionId: ticket.sessionId, isLate: ticket.until <= nowMs };
}

function open(sealed: string): z.output<typeof Ticket> | null {
  try {
    return Ticket.parse(JSON.parse(unseal(sealed, encryptionKey(), PLACE)));
  } catch {
    // A ticket that does not open was made by nobody here.
    return null;
  }
}
