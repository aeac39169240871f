import { and, desc, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { invitation, mail, team, teamGroup } from "../schema";

export type InvitationRow = typeof invitation.$inferSelect;

export async function insertInvitations(
  db: Db,
  rows: readonly (typeof invitation.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await db.insert(invitation).values([...rows]);
}

/** A page of a team's invitations, newest first; those that ended too. */
export async function listInvitations(
  db: Db,
  teamId: string,
  { before, limit }: { before: string | null; limit: number },
) {
  return db
    .select({
      invitation,
      groupName: teamGroup.name,
      // Its id first: by that drizzle tells that there is none.
      mail: { id: mail.id, sentAt: mail.sentAt, givenUpAt: mail.givenUpAt, lastFailure: mail.lastFailure },
    })
    .from(invitation)
    .leftJoin(teamGroup, and(eq(teamGroup.teamId, invitation.teamId), eq(teamGroup.id, invitation.groupId)))
    .leftJoin(mail, eq(mail.id, invitation.mailId))
    .where(and(eq(invitation.teamId, teamId), before ? lt(invitation.id, before) : undefined))
    .orderBy(desc(invitation.id))
    .limit(limit);
}

const usable = (teamId: string, tokenHash: string) =>
  and(
    eq(invitation.teamId, teamId),
    eq(invitation.tokenHash, tokenHash),
    isNull(invitation.revokedAt),
    gt(invitation.expiresAt, sql`clock_timestamp()`),
    gt(invitation.usesLeft, 0),
  );

/** An invitation that can be used now, with its team, which can be joined. */
export async function findUsableInvitation(db: Db, teamId: string, tokenHash: string) {
  const rows = await db
    .select({ invitation, team: { id: team.id, name: team.name } })
    .from(invitation)
    .innerJoin(
      team,
      and(
        eq(team.id, invitation.teamId),
        eq(team.kind, "team"),
        isNull(team.deletesAt),
        isNull(team.deletedAt),
        isNull(team.suspendedAt),
      ),
    )
    .where(usable(teamId, tokenHash));
  return rows[0] ?? null;
}

/** Takes one use of an invitation, of which no two get the last. @returns null when none is left, or it has ended */
export async function takeUse(db: Db, teamId: string, tokenHash: string): Promise<InvitationRow | null> {
  const rows = await db
    .update(invitation)
    .set({ usesLeft: sql`${invitation.usesLeft} - 1` })
    .where(usable(teamId, tokenHash))
    .returning();
  return rows[0] ?? null;
}

/** @returns the row when it could still be used until now */
export async function revokeInvitation(db: Db, teamId: string, id: string): Promise<InvitationRow | null> {
  const rows = await db
    .update(invitation)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitation.teamId, teamId), eq(invitation.id, id), isNull(invitation.revokedAt)))
    .returning();
  return rows[0] ?? null;
}

/** Removes those that ended long ago. */
export async function purgeInvitations(db: Db, before: Date): Promise<void> {
  await db.delete(invitation).where(lt(invitation.expiresAt, before));
}

/** Ends those that a person made. */
export async function revokeInvitationsOf(db: Db, teamId: string, createdBy: string): Promise<void> {
  await db
    .update(invitation)
    .set({ revokedAt: sql`now()` })
    .where(
      and(eq(invitation.teamId, teamId), eq(invitation.createdBy, createdBy), isNull(invitation.revokedAt)),
    );
}

const openForOne = (teamId: string) =>
  and(
    eq(invitation.teamId, teamId),
    isNotNull(invitation.emailSealed),
    isNull(invitation.revokedAt),
    gt(invitation.expiresAt, sql`clock_timestamp()`),
    gt(invitation.usesLeft, 0),
  );

/** Those that are for one e-mail and can still be used. */
export async function listOpenForOne(db: Db, teamId: string) {
  return db
    .select({ id: invitation.id, teamId: invitation.teamId, emailSealed: invitation.emailSealed })
    .from(invitation)
    .where(openForOne(teamId));
}

/** One for an e-mail that can still be used, against every other transaction that changes it. */
export async function lockOpenForOne(db: Db, teamId: string, id: string): Promise<InvitationRow | null> {
  const rows = await db
    .select()
    .from(invitation)
    .where(and(openForOne(teamId), eq(invitation.id, id)))
    .for("update");
  return rows[0] ?? null;
}

/** Gives an invitation a link of which the one before is worth nothing any more. */
export async function renewLink(
  db: Db,
  { teamId, id }: Pick<InvitationRow, "teamId" | "id">,
  link: { tokenHash: string; mailId: string },
): Promise<void> {
  await db
    .update(invitation)
    .set({ ...link, mails: sql`${invitation.mails} + 1` })
    .where(and(eq(invitation.teamId, teamId), eq(invitation.id, id)));
}

/** Those of all teams that may be for an address: of what was made before hashes were kept, all. */
export async function listForAddress(db: Db, emailHash: string) {
  return db
    .select({ id: invitation.id, teamId: invitation.teamId, emailSealed: invitation.emailSealed })
    .from(invitation)
    .where(
      and(
        isNotNull(invitation.emailSealed),
        or(eq(invitation.emailHash, emailHash), isNull(invitation.emailHash)),
      ),
    );
}

/** Takes the address out of an invitation, which ends unless it is used up. */
export async function eraseEmail(
  db: Db,
  { teamId, id, now }: { teamId: string; id: string; now: Date },
): Promise<void> {
  const { revokedAt, usesLeft } = invitation;
  await db
    .update(invitation)
    .set({
      ...{ emailSealed: null, emailHash: null, emailErasedAt: now },
      revokedAt: sql`case when ${usesLeft} > 0 then coalesce(${revokedAt}, now()) else ${revokedAt} end`,
    })
    .where(and(eq(invitation.teamId, teamId), eq(invitation.id, id)));
}
