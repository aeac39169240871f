import { desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { replica } from "../schema";

/** How long one that has fallen silent is still shown. */
const KEEP_HOURS = 24;

export type ReplicaRow = typeof replica.$inferSelect;

/** Says that a process lives, by the database's clock, and forgets those that fell silent long ago. */
export async function beat(db: Db, row: Omit<ReplicaRow, "seenAt">): Promise<void> {
  await db
    .insert(replica)
    .values(row)
    .onConflictDoUpdate({ target: replica.id, set: { seenAt: sql`now()` } });
  await db.delete(replica).where(lt(replica.seenAt, longAgo));
}

/** A process that ended by itself is shown no more. */
export async function removeReplica(db: Db, id: string): Promise<void> {
  await db.delete(replica).where(eq(replica.id, id));
}

/** Those that were heard of lately, and how long ago each was, by the database's clock. */
export async function listReplicas(db: Db) {
  return db
    .select({
      id: replica.id,
      version: replica.version,
      host: replica.host,
      startedAt: replica.startedAt,
      silentMs: sql<number>`(extract(epoch from now() - ${replica.seenAt}) * 1000)::float8`,
    })
    .from(replica)
    .where(gt(replica.seenAt, longAgo))
    .orderBy(desc(replica.seenAt), replica.id)
    .limit(200);
}

const longAgo = sql`now() - make_interval(hours => ${sql.raw(String(KEEP_HOURS))})`;
