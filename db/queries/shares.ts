import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { chat, membership, person, share, team, teamPolicy } from "../schema";

export type ShareRow = typeof share.$inferSelect;

interface Owned {
  teamId: string;
  personId: string;
}

export async function insertShare(db: Db, row: typeof share.$inferInsert): Promise<void> {
  await db.insert(share).values(row);
}

/** The links of a person's chat that were not revoked, the newest first. */
export async function listShares(db: Db, owner: Owned, chatId: string, limit: number): Promise<ShareRow[]> {
  return db
    .select()
    .from(share)
    .where(
      and(eq(share.teamId, owner.teamId), eq(share.chatId, chatId), owned(owner), isNull(share.revokedAt)),
    )
    .orderBy(desc(share.id))
    .limit(limit);
}

/** @returns what it is now; null where the person has no such link. */
export async function setShareRevoked(
  db: Db,
  owner: Owned,
  shareId: string,
  revoked: boolean,
): Promise<ShareRow | null> {
  const rows = await db
    .update(share)
    .set({ revokedAt: revoked ? sql`now()` : null })
    .where(and(owned(owner), eq(share.id, shareId)))
    .returning();
  return rows[0] ?? null;
}

/** What a link leads to, while its chat is there, who made it is in the team, and the team lets it be. */
export async function findOpenShare(db: Db, teamId: string, tokenHash: string) {
  const rows = await db
    .select({ share, by: person.name, team: team.name })
    .from(share)
    .innerJoin(team, and(eq(team.id, share.teamId), isNull(team.deletedAt), isNull(team.suspendedAt)))
    .innerJoin(
      membership,
      and(
        eq(membership.teamId, share.teamId),
        eq(membership.personId, share.personId),
        isNull(membership.suspendedAt),
      ),
    )
    .innerJoin(
      person,
      and(eq(person.id, share.personId), isNull(person.erasedAt), isNull(person.suspendedAt)),
    )
    .innerJoin(
      chat,
      and(
        eq(chat.teamId, share.teamId),
        eq(chat.id, share.chatId),
        isNull(chat.deletedAt),
        eq(chat.temporary, false),
      ),
    )
    .leftJoin(teamPolicy, eq(teamPolicy.teamId, share.teamId))
    .where(
      and(
        eq(share.teamId, teamId),
        eq(share.tokenHash, tokenHash),
        isNull(share.revokedAt),
        or(isNull(share.expiresAt), gt(share.expiresAt, sql`now()`)),
        or(eq(share.audience, "team"), eq(teamPolicy.outsideLinks, true)),
      ),
    );
  return rows[0] ?? null;
}

const owned = ({ teamId, personId }: Owned) => and(eq(share.teamId, teamId), eq(share.personId, personId));
