import { z } from "zod";
import { type InvitationRow, listInvitations as selectInvitations } from "@/db/queries/invitations";
import type { MailRow } from "@/db/queries/mails";
import { findPeople } from "@/db/queries/people";
import type { Context } from "@/lib/context";
import { mailMode } from "@/lib/mail/mail-mode";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Role } from "@/lib/permissions/roles";
import { invitationEmail } from "./invitation-email";
import { MAX_INVITATION_MAILS } from "./mail-limits";

const PAGE = 50;

export const INVITATION_STATES = ["open", "used", "expired", "revoked"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface Invitation {
  id: string;
  role: Role;
  groupName: string | null;
  /** Whom it is for, and nobody else; null: whoever has the link, or `isErased`. */
  email: string | null;
  /** Whoever it was for was erased, and their address with them. */
  isErased: boolean;
  state: InvitationState;
  expiresAt: string;
  createdAt: string;
  maxUses: number;
  uses: number;
  /** Null: the server. Without a name: somebody who was erased. */
  createdBy: { name: string | null } | null;
  /** What became of its newest mail; null: none was sent, or that is long ago. */
  mail: InvitationMailState | null;
  /** Whether it can be sent again. */
  canMail: boolean;
}

/** On its way; on its way after a failure; taken by the mail server; refused or given up. */
interface InvitationMailState {
  state: "queued" | "retrying" | "sent" | "failed";
  /** A status of SMTP such as `550`, or a code such as `ECONNREFUSED`. */
  failure: string | null;
}

export const InvitationQuery = z.strictObject({ before: z.uuid().nullable().default(null) });

/** The team's invitations, newest first. @throws AppError `forbidden` */
export async function listInvitations(
  { db, actor }: Context,
  query: z.input<typeof InvitationQuery> = {},
): Promise<{ invitations: Invitation[]; next: string | null }> {
  requirePermission(actor, "invitation:write");
  const { before } = parse(InvitationQuery, query);
  const rows = await selectInvitations(db, actor.teamId, { before, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const makers = shown.flatMap(({ invitation }) => invitation.createdBy ?? []);
  const names = new Map((await findPeople(db, [...new Set(makers)])).map(({ id, name }) => [id, name]));
  const now = new Date();
  return {
    invitations: shown.map(({ invitation: row, groupName, mail }) => ({
      ...{
        id: row.id,
        role: row.role,
        groupName,
        email: invitationEmail(row),
        isErased: row.emailErasedAt !== null,
        state: stateOf(row, now),
      },
      expiresAt: row.expiresAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
      ...{ maxUses: row.maxUses, uses: row.maxUses - row.usesLeft },
      mail: mail && { state: mailStateOf(mail), failure: mail.lastFailure },
      canMail: canMail(row, now),
      createdBy: row.createdBy === null ? null : { name: names.get(row.createdBy) ?? null },
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.invitation.id ?? null) : null,
  };
}

function stateOf({ revokedAt, usesLeft, expiresAt }: InvitationRow, now: Date): InvitationState {
  if (revokedAt) return "revoked";
  if (usesLeft === 0) return "used";
  return expiresAt <= now ? "expired" : "open";
}

function mailStateOf({
  sentAt,
  givenUpAt,
  lastFailure,
}: Pick<MailRow, "sentAt" | "givenUpAt" | "lastFailure">) {
  if (sentAt) return "sent";
  if (givenUpAt) return "failed";
  return lastFailure === null ? "queued" : "retrying";
}

const canMail = (row: InvitationRow, now: Date): boolean =>
  mailMode() !== "off" &&
  row.emailSealed !== null &&
  stateOf(row, now) === "open" &&
  row.mails < MAX_INVITATION_MAILS;
