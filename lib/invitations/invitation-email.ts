import { createHmac } from "node:crypto";
import type { InvitationRow } from "@/db/queries/invitations";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";

type Place = Pick<InvitationRow, "teamId" | "id">;
const placeOf = ({ teamId, id }: Place): string => `invitation:${teamId}:${id}`;

export function sealInvitationEmail(email: string, place: Place): string {
  return seal(email, encryptionKey(), placeOf(place));
}

/** Whom an invitation is for; null: whoever has its link. */
export function invitationEmail(row: Place & Pick<InvitationRow, "emailSealed">): string | null {
  return row.emailSealed === null ? null : unseal(row.emailSealed, encryptionKey(), placeOf(row));
}

/** What finds those for an address without telling it. */
export const invitationEmailHash = (email: string): string =>
  createHmac("sha256", encryptionKey())
    .update(`invitation-email\n${email.toLowerCase()}`)
    .digest("base64url");
