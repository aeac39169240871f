import { and, count, desc, eq, gt, isNotNull, isNull, like, lt, lte, max, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { mail } from "../schema";

export type MailRow = typeof mail.$inferSelect;

/** Longer than the mail server is waited for, so that no two replicas send one. */
const LEASE_SECONDS = 300;
const KEEP_DAYS = 30;

const isOpen = and(isNull(mail.sentAt), isNull(mail.givenUpAt));

export async function insertMails(db: Db, rows: readonly (typeof mail.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(mail).values([...rows]);
}

/** Takes the mail that has waited longest, those of many last, counts the attempt, and keeps other replicas from it for a while. */
export async function claimDueMail(db: Db): Promise<MailRow | null> {
  const due = db
    .select({ id: mail.id })
    .from(mail)
    .where(and(isOpen, lte(mail.nextAt, sql`now()`)))
    .orderBy(mail.isBulk, mail.nextAt)
    .limit(1)
    .for("update", { skipLocked: true });
  const rows = await db
    .update(mail)
    .set({
      attempts: sql`${mail.attempts} + 1`,
      nextAt: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where(eq(mail.id, due))
    .returning();
  return rows[0] ?? null;
}

/** @param kept what stays readable of it; null: nothing */
export async function markMailSent(db: Db, mailId: string, kept: string | null): Promise<void> {
  await db
    .update(mail)
    .set({ sentAt: sql`now()`, sealed: kept, lastFailure: null })
    .where(eq(mail.id, mailId));
}

export async function postponeMail(db: Db, mailId: string, failure: string, seconds: number): Promise<void> {
  await db
    .update(mail)
    .set({ lastFailure: failure, nextAt: sql`now() + make_interval(secs => ${seconds})` })
    .where(eq(mail.id, mailId));
}

export async function giveUpMail(db: Db, mailId: string, failure: string): Promise<void> {
  await db
    .update(mail)
    .set({ givenUpAt: sql`now()`, sealed: null, lastFailure: failure })
    .where(eq(mail.id, mailId));
}

/** Mail that was asked for and goes to nobody leaves no trace. */
export async function deleteMail(db: Db, mailId: string): Promise<void> {
  await db.delete(mail).where(eq(mail.id, mailId));
}

export async function purgeMail(db: Db): Promise<void> {
  await db.delete(mail).where(lt(mail.createdAt, sql`now() - make_interval(days => ${KEEP_DAYS})`));
}

/** The newest that can still be read. */
export async function listReadableMail(db: Db, limit: number): Promise<MailRow[]> {
  return db
    .select()
    .from(mail)
    .where(and(isNotNull(mail.sentAt), isNotNull(mail.sealed)))
    .orderBy(desc(mail.createdAt))
    .limit(limit);
}

/** When the last mail was taken by the mail server; null: none lately. */
export async function lastMailSentAt(db: Db): Promise<Date | null> {
  const rows = await db.select({ at: max(mail.sentAt) }).from(mail);
  return rows[0]?.at ?? null;
}

/** Of one who was invited: whoever invited is told on their page, and mends the address there. */
const isTheirs = and(
  eq(mail.template, "invite"),
  or(like(mail.lastFailure, "5%"), eq(mail.lastFailure, "limited")),
);

/** How mail fares: what waits after a failure, and what was given up within a day, but for what was refused to the
 *  address of somebody who was invited. */
export async function countFailedMail(db: Db): Promise<{ waiting: number; givenUp: number }> {
  const waiting = await db
    .select({ count: count() })
    .from(mail)
    .where(and(isOpen, isNotNull(mail.lastFailure)));
  const givenUp = await db
    .select({ count: count() })
    .from(mail)
    .where(and(gt(mail.givenUpAt, sql`now() - interval '1 day'`), sql`(${isTheirs}) is not true`));
  return { waiting: waiting[0]?.count ?? 0, givenUp: givenUp[0]?.count ?? 0 };
}
