import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { prepared } from "../prepared";
import { membership, person, session, team } from "../schema";
import type { PersonRow } from "./people";

export async function insertSession(db: Db, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(session).values(row);
}

export async function revokeSession(db: Db, sessionId: string): Promise<void> {
  await db.update(session).set({ revokedAt: sql`now()` }).where(eq(session.id, sessionId));
}

export interface TeamOfHolder {
  id: string;
  name: string;
  role: typeof membership.$inferSelect.role;
  /** Set while it is being deleted. */
  deletesAt: Date | null;
}

export interface SessionHolder {
  person: PersonRow;
  lastSeenAt: Date;
  teams: TeamOfHolder[];
}

/** The person behind a live session and the teams they are in, oldest membership first; null once it is revoked,
 *  expired, or the person suspended. One round trip: it runs on every request. */
export async function findSessionHolder(db: Db, sessionId: string): Promise<SessionHolder | null> {
  const rows = await holderStatement(db).execute({ sessionId });
  const first = rows[0];
  if (!first) return null;
  const teams = rows.flatMap((row) =>
    row.teamId && row.teamName && row.role
      ? [{ id: row.teamId, name: row.teamName, role: row.role, deletesAt: row.deletesAt }]
      : [],
  );
  return { person: first.person, lastSeenAt: first.lastSeenAt, teams };
}

/** Says that a session is in use, at most once a minute. */
export async function touchSession(db: Db, sessionId: string): Promise<void> {
  await db
    .update(session)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(session.id, sessionId), lt(session.lastSeenAt, sql`now() - interval '1 minute'`)));
}

export async function deleteDeadSessions(db: Db): Promise<void> {
  const past = sql`now() - interval '30 days'`;
  await db.delete(session).where(or(lt(session.expiresAt, past), lt(session.revokedAt, past)));
}

const holderStatement = prepared((db) =>
  db
    .select({
      person,
      lastSeenAt: session.lastSeenAt,
      teamId: team.id,
      teamName: team.name,
      deletesAt: team.deletesAt,
      role: membership.role,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .leftJoin(membership, eq(membership.personId, person.id))
    .leftJoin(team, and(eq(team.id, membership.teamId), isNull(team.deletedAt)))
    .where(
      and(
        eq(session.id, sql.placeholder("sessionId")),
        isNull(session.revokedAt),
        gt(session.expiresAt, sql`now()`),
        isNull(person.suspendedAt),
      ),
    )
    .orderBy(membership.createdAt)
    .prepare("find_session_holder"),
);
