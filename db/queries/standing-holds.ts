import { and, eq, exists, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { chat, legalHold, membership } from "../schema";

const standing = isNull(legalHold.liftedAt);

/** Whether a hold keeps anything in the team. */
export async function isTeamHeld(db: Db, teamId: string): Promise<boolean> {
  const rows = await db
    .select({ id: legalHold.id })
    .from(legalHold)
    .where(and(eq(legalHold.teamId, teamId), standing))
    .limit(1);
  return rows.length > 0;
}

/** Whether a hold keeps all that a person writes in a team, or with its id, a chat of theirs. */
export async function isHeld(
  db: Db,
  { teamId, personId, chatId }: { teamId: string; personId: string; chatId?: string },
): Promise<boolean> {
  const meant = or(
    eq(legalHold.scope, "team"),
    and(eq(legalHold.scope, "person"), eq(legalHold.subjectId, personId)),
    chatId === undefined ? undefined : and(eq(legalHold.scope, "chat"), eq(legalHold.subjectId, chatId)),
  );
  const rows = await db
    .select({ id: legalHold.id })
    .from(legalHold)
    .where(and(eq(legalHold.teamId, teamId), standing, meant))
    .limit(1);
  return rows.length > 0;
}

/** The teams in which a hold keeps what the person wrote, or all there is. */
export async function listTeamsHolding(db: Db, personId: string): Promise<string[]> {
  const one = { one: sql`1` };
  const own = and(eq(chat.teamId, legalHold.teamId), eq(chat.personId, personId));
  const wrote = exists(db.select(one).from(chat).where(own));
  const heldChat = exists(
    db
      .select(one)
      .from(chat)
      .where(and(own, eq(chat.id, legalHold.subjectId))),
  );
  const member = exists(
    db
      .select(one)
      .from(membership)
      .where(and(eq(membership.teamId, legalHold.teamId), eq(membership.personId, personId))),
  );
  const meant = or(
    and(eq(legalHold.scope, "person"), eq(legalHold.subjectId, personId)),
    and(eq(legalHold.scope, "chat"), heldChat),
    and(eq(legalHold.scope, "team"), or(member, wrote)),
  );
  const rows = await db
    .selectDistinct({ teamId: legalHold.teamId })
    .from(legalHold)
    .where(and(standing, meant));
  return rows.map(({ teamId }) => teamId);
}
