import type { z } from "zod";
import { newId } from "@/lib/ids";
import { invitationEmailHash, sealInvitationEmail } from "./invitation-email";
import type { InviteInput } from "./invite-input";
import { newInvitationToken, readInvitationToken } from "./token";

interface Made {
  teamId: string;
  createdBy: string | null;
  now: Date;
}

type Wanted = Omit<z.output<typeof InviteInput>, "locale">;

/** What a link ends with, and what is kept of it. */
export function newLink(teamId: string): { token: string; tokenHash: string } {
  const token = newInvitationToken(teamId);
  const tokenHash = readInvitationToken(token)?.tokenHash;
  if (tokenHash === undefined) throw new RangeError("a new token must be readable");
  return { token, tokenHash };
}

/** A row to insert, and the token that is told once. */
export function newInvitation(input: Wanted, { teamId, createdBy, now }: Made) {
  const id = newId();
  const { token, tokenHash } = newLink(teamId);
  const maxUses = input.email === null ? input.maxUses : 1;
  const row = {
    ...{ teamId, id, role: input.role, groupId: input.groupId, tokenHash, createdBy },
    emailSealed: input.email === null ? null : sealInvitationEmail(input.email, { teamId, id }),
    emailHash: input.email === null ? null : invitationEmailHash(input.email),
    expiresAt: new Date(now.getTime() + input.days * 24 * 60 * 60_000),
    ...{ maxUses, usesLeft: maxUses },
  };
  return { row, token };
}
