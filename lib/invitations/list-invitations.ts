import { z } from "zod";
import { type InvitationRow, listInvitations as selectInvitations } from "@/db/queries/invitations";
import { findPeople } from "@/db/queries/people";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Role } from "@/lib/permissions/roles";
import { invitationEmail } from "./invitation-email";

const PAGE = 50;

export const INVITATION_STATES = ["open", "used", "expired", "revoked"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface Invitation {
  id: string;
  role: Role;
  groupName: string | null;
  email: string | null;
  state: InvitationState;
  expiresAt: string;
  createdAt: string;
  maxUses: number;
  uses: number;
  /** Null: the instance, or somebody who is known no more. */
  createdBy: string | null;
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
    invitations: shown.map(({ invitation: row, groupName }) => ({
      ...{ id: row.id, role: row.role, groupName, email: invitationEmail(row), state: stateOf(row, now) },
      expiresAt: row.expiresAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
      ...{ maxUses: row.maxUses, uses: row.maxUses - row.usesLeft },
      createdBy: (row.createdBy && names.get(row.createdBy)) ?? null,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.invitation.id ?? null) : null,
  };
}

function stateOf({ revokedAt, usesLeft, expiresAt }: InvitationRow, now: Date): InvitationState {
  if (revokedAt) return "revoked";
  if (usesLeft === 0) return "used";
  return expiresAt <= now ? "expired" : "open";
}
