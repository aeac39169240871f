import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { person } from "../schema";

export type PersonRow = typeof person.$inferSelect;

/** @returns false when a person of this e-mail is there already. */
export async function insertPerson(db: Db, row: typeof person.$inferInsert): Promise<boolean> {
  const rows = await db.insert(person).values(row).onConflictDoNothing().returning({ id: person.id });
  return rows.length > 0;
}

export async function findPersonByEmail(db: Db, email: string): Promise<PersonRow | null> {
  const rows = await db.select().from(person).where(sql`lower(${person.email}) = lower(${email})`);
  return rows[0] ?? null;
}

export async function findPerson(db: Db, personId: string): Promise<PersonRow | null> {
  const rows = await db.select().from(person).where(eq(person.id, personId));
  return rows[0] ?? null;
}

export async function mergePreferences(
  db: Db,
  personId: string,
  change: PersonRow["preferences"],
): Promise<void> {
  await db
    .update(person)
    .set({ preferences: sql`${person.preferences} || ${JSON.stringify(change)}::jsonb` })
    .where(and(eq(person.id, personId)));
}

/** Changes a person's preferences by what they are, one at a time however many ask. */
export async function changePreferences(
  db: Db,
  personId: string,
  change: (before: PersonRow["preferences"]) => PersonRow["preferences"],
): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx
      .select({ preferences: person.preferences })
      .from(person)
      .where(eq(person.id, personId))
      .for("update");
    const before = rows[0]?.preferences;
    if (before) await mergePreferences(tx, personId, change(before));
  });
}

/** One at a time changes what is the person's own. */
export async function lockPerson(db: Db, personId: string): Promise<void> {
  await db.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("no key update");
}

export async function setInstanceAdmin(db: Db, personId: string): Promise<void> {
  await db.update(person).set({ instanceAdmin: true }).where(eq(person.id, personId));
}

/** Keeps when it was first shown. */
export async function markEmailVerified(db: Db, personId: string): Promise<void> {
  await db
    .update(person)
    .set({ emailVerifiedAt: sql`now()` })
    .where(and(eq(person.id, personId), isNull(person.emailVerifiedAt)));
}

export async function updatePersonName(db: Db, personId: string, name: string): Promise<void> {
  await db.update(person).set({ name }).where(eq(person.id, personId));
}

export async function updatePasswordHash(
  db: Db,
  personId: string,
  passwordHash: string | null,
): Promise<void> {
  await db.update(person).set({ passwordHash }).where(eq(person.id, personId));
}

/** Who administers the instance and is not suspended, held for the rest of the transaction: one must remain. */
export async function lockInstanceAdmins(tx: Db): Promise<string[]> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.instanceAdmin, true), isNull(person.suspendedAt)))
    .orderBy(person.id)
    .for("update");
  return rows.map(({ id }) => id);
}

export async function updateAccess(
  db: Db,
  personId: string,
  change: { instanceAdmin?: boolean; suspendedAt?: Date | null },
): Promise<void> {
  await db.update(person).set(change).where(eq(person.id, personId));
}

/** Name and e-mail of each of these people who is still known, by id. */
export async function findPeople(db: Db, personIds: string[]) {
  if (personIds.length === 0) return [];
  return db
    .select({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .where(and(inArray(person.id, personIds), isNull(person.erasedAt)));
}

/** The oldest instance administrator: who the command line acts as. */
export async function firstInstanceAdmin(db: Db): Promise<PersonRow | null> {
  const rows = await db
    .select()
    .from(person)
    .where(eq(person.instanceAdmin, true))
    .orderBy(person.id)
    .limit(1);
  return rows[0] ?? null;
}
