import { eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { setting } from "../schema";

/** Names of the features that are switched off, see lib/features. */
export const FEATURES_SETTING = "features";

export async function readSetting(db: Db, key: string): Promise<unknown> {
  const rows = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return rows[0]?.value ?? null;
}

export async function writeSetting(db: Db, key: string, value: unknown): Promise<void> {
  await db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt: sql`now()` } });
}

/** Writes only if the key is new. @returns the value that stands. */
export async function claimSetting(db: Db, key: string, value: unknown): Promise<unknown> {
  await db.insert(setting).values({ key, value }).onConflictDoNothing();
  return readSetting(db, key);
}

/** Locks a setting for the rest of the transaction, so that a one-time act happens once. */
export async function lockSetting(tx: Db, key: string): Promise<unknown> {
  const rows = await tx
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.key, key))
    .for("update");
  return rows[0]?.value ?? null;
}
