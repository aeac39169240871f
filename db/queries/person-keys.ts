import { inArray } from "drizzle-orm";
import type { Db } from "../client";
import { personKey } from "../schema";

export interface KeptKey {
  subjectId: string;
  /** Null: destroyed. */
  keySealed: string | null;
}

export function findPersonKeys(db: Db, subjectIds: readonly string[]): Promise<KeptKey[]> {
  return db
    .select({ subjectId: personKey.subjectId, keySealed: personKey.keySealed })
    .from(personKey)
    .where(inArray(personKey.subjectId, [...subjectIds]));
}

/** A key that is there already stands, destroyed or not. Waits for whoever makes the same one at this moment. */
export async function insertPersonKeys(
  db: Db,
  keys: readonly { subjectId: string; keySealed: string }[],
): Promise<void> {
  await db
    .insert(personKey)
    .values([...keys])
    .onConflictDoNothing();
}

/** Leaves a mark also where there was no key, so that none is made later. */
export async function destroyPersonKey(db: Db, subjectId: string, at: Date): Promise<void> {
  await db
    .insert(personKey)
    .values({ subjectId, keySealed: null, destroyedAt: at })
    .onConflictDoUpdate({ target: personKey.subjectId, set: { keySealed: null, destroyedAt: at } });
}
