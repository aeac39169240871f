import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { NoticeAnswer, NoticeKind } from "@/lib/policy/notice";
import type { Db } from "../client";
import { noticeAnswer, teamNotice } from "../schema";

/** What is shown in a team, each with what this person has answered to it. */
export async function listShownNotices(db: Db, teamId: string, personId: string) {
  return db
    .select({
      id: teamNotice.id,
      kind: teamNotice.kind,
      en: teamNotice.en,
      zhCN: teamNotice.zhCN,
      createdAt: teamNotice.createdAt,
      answer: noticeAnswer.answer,
      answeredAt: noticeAnswer.at,
    })
    .from(teamNotice)
    .leftJoin(
      noticeAnswer,
      and(
        eq(noticeAnswer.teamId, teamNotice.teamId),
        eq(noticeAnswer.noticeId, teamNotice.id),
        eq(noticeAnswer.personId, personId),
      ),
    )
    .where(and(eq(teamNotice.teamId, teamId), isNull(teamNotice.endedAt)));
}

export async function findShownNotice(db: Db, teamId: string, kind: NoticeKind) {
  const rows = await db
    .select()
    .from(teamNotice)
    .where(and(eq(teamNotice.teamId, teamId), eq(teamNotice.kind, kind), isNull(teamNotice.endedAt)));
  return rows[0] ?? null;
}

export async function endNotice(db: Db, teamId: string, id: string): Promise<void> {
  await db
    .update(teamNotice)
    .set({ endedAt: sql`now()` })
    .where(and(eq(teamNotice.teamId, teamId), eq(teamNotice.id, id)));
}

export async function insertNotice(db: Db, row: typeof teamNotice.$inferInsert): Promise<void> {
  await db.insert(teamNotice).values(row);
}

/** What was accepted stays accepted; any other answer may change. */
export async function upsertNoticeAnswer(
  db: Db,
  row: Omit<typeof noticeAnswer.$inferInsert, "at">,
): Promise<void> {
  await db
    .insert(noticeAnswer)
    .values(row)
    .onConflictDoUpdate({
      target: [noticeAnswer.teamId, noticeAnswer.noticeId, noticeAnswer.personId],
      set: { answer: row.answer, at: sql`now()` },
      setWhere: sql`${noticeAnswer.answer} <> 'accepted'`,
    });
}

export async function hasAccepted(
  db: Db,
  { teamId, noticeId, personId }: { teamId: string; noticeId: string; personId: string },
): Promise<boolean> {
  const rows = await db
    .select({ answer: noticeAnswer.answer })
    .from(noticeAnswer)
    .where(
      and(
        eq(noticeAnswer.teamId, teamId),
        eq(noticeAnswer.noticeId, noticeId),
        eq(noticeAnswer.personId, personId),
      ),
    );
  return rows[0]?.answer === "accepted";
}

export async function countAnswers(
  db: Db,
  teamId: string,
  noticeId: string,
): Promise<{ answer: NoticeAnswer; people: number }[]> {
  return db
    .select({ answer: noticeAnswer.answer, people: count() })
    .from(noticeAnswer)
    .where(and(eq(noticeAnswer.teamId, teamId), eq(noticeAnswer.noticeId, noticeId)))
    .groupBy(noticeAnswer.answer);
}
