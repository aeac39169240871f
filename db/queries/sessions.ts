import { and, desc, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { memberGroups } from "../member-groups";
import { prepared } from "../prepared";
import { membership, person, session, team } from "../schema";
import type { TeamKind } from "../schema/team";
import type { PersonRow } from "./people";

export async function insertSession(db: Db, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(session).values(row);
}

export async function revokeSession(db: Db, sessionId: string): Promise<void> {
  await db.update(session).set({ revokedAt: sql`now()` }).where(eq(session.id, sessionId));
}

export interface SessionHolder {
  person: PersonRow;
  lastSeenAt: Date;
  /** When they last showed who they are: as they signed in, or again since. */
  provenAt: Date;
  teams: HeldTeam[];
}

export interface HeldTeam {
  id: string;
  name: string;
  kind: TeamKind;
  /** Set while it is being deleted: until then it can be read. */
  deletesAt: Date | null;
  role: typeof membership.$inferSelect.role;
  groupIds: string[];
  managedGroupIds: string[];
}

/** The person behind a live session and the teams they may enter, oldest membership first; null once it is revoked
 *  or over, or the person suspended. One round trip: it runs on every request. */
export async function findSessionHolder(db: Db, sessionId: string): Promise<SessionHolder | null> {
  const rows = await holderStatement(db).execute({ sessionId });
  const first = rows[0];
  if (!first) return null;
  const teams = rows.flatMap((row) =>
    row.team && row.role
      ? [{ ...row.team, role: row.role, groupIds: row.groupIds, managedGroupIds: row.managedGroupIds }]
      : [],
  );
  const { person, lastSeenAt, createdAt, provenAt } = first;
  return { person, lastSeenAt, provenAt: provenAt ?? createdAt, teams };
}

/** Those of a person that live, the one used last first. */
export async function listSessionsOf(db: Db, personId: string) {
  return db
    .select({
      id: session.id,
      userAgent: session.userAgent,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
    })
    .from(session)
    .where(isLive(personId))
    .orderBy(desc(session.lastSeenAt), session.id);
}

type MeantSessions = "all" | { only: string } | { except: string } | { begunBy: string };

/** Ends live sessions of a person: all, one, all but one, or those that began by a sign-in method. @returns how many. */
export async function revokeSessionsOf(db: Db, personId: string, which: MeantSessions): Promise<number> {
  const meant = meantSessions(which);
  const rows = await db
    .update(session)
    .set({ revokedAt: sql`now()` })
    .where(and(isLive(personId), meant))
    .returning({ id: session.id });
  return rows.length;
}

function meantSessions(which: MeantSessions) {
  if (which === "all") return undefined;
  if ("begunBy" in which) return eq(session.methodId, which.begunBy);
  return "only" in which ? eq(session.id, which.only) : ne(session.id, which.except);
}

/** Neither revoked, nor over, nor left unused for too long. */
const live = and(
  isNull(session.revokedAt),
  gt(session.expiresAt, sql`now()`),
  gt(session.lastSeenAt, sql`now() - make_interval(secs => ${session.idleSeconds})`),
);

const isLive = (personId: string) => and(eq(session.personId, personId), live);

/** Says that a session is in use, at most once a minute. */
export async function touchSession(db: Db, sessionId: string): Promise<void> {
  await db
    .update(session)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(session.id, sessionId), lt(session.lastSeenAt, sql`now() - interval '1 minute'`)));
}

/** Says that whoever uses a session has just shown who they are. */
export async function markSessionProven(db: Db, sessionId: string): Promise<void> {
  await db.update(session).set({ provenAt: sql`now()` }).where(eq(session.id, sessionId));
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
      createdAt: session.createdAt,
      provenAt: session.provenAt,
      team: { id: team.id, name: team.name, kind: team.kind, deletesAt: team.deletesAt },
      role: membership.role,
      ...memberGroups,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .leftJoin(membership, and(eq(membership.personId, person.id), isNull(membership.suspendedAt)))
    .leftJoin(team, and(eq(team.id, membership.teamId), isNull(team.deletedAt), isNull(team.suspendedAt)))
    .where(and(eq(session.id, sql.placeholder("sessionId")), live, isNull(person.suspendedAt)))
    .orderBy(membership.createdAt)
    .prepare("find_session_holder"),
);
