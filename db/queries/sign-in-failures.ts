import { eq, lte, sql } from "drizzle-orm";
import type { Db } from "../client";
import { signInFailures } from "../schema";

/** Counts one more failure of a source, in its window or, when that is past, in a new one.
 *  @returns how many the window has now */
export async function countSignInFailure(db: Db, source: string, windowSeconds: number): Promise<number> {
  const { count, endsAt } = signInFailures;
  const isPast = sql`${endsAt} <= now()`;
  const rows = await db
    .insert(signInFailures)
    .values({ source, count: 1, endsAt: sql`now() + make_interval(secs => ${windowSeconds})` })
    .onConflictDoUpdate({
      target: signInFailures.source,
      set: {
        count: sql`case when ${isPast} then 1 else ${count} + 1 end`,
        endsAt: sql`case when ${isPast} then excluded.ends_at else ${endsAt} end`,
      },
    })
    .returning({ count });
  return rows[0]?.count ?? 0;
}

/** Takes one failure back. */
export async function uncountSignInFailure(db: Db, source: string): Promise<void> {
  await db
    .update(signInFailures)
    .set({ count: sql`greatest(${signInFailures.count} - 1, 0)` })
    .where(eq(signInFailures.source, source));
}

export async function forgetSignInFailures(db: Db, source: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.source, source));
}

export async function deletePastSignInFailures(db: Db): Promise<void> {
  await db.delete(signInFailures).where(lte(signInFailures.endsAt, sql`now()`));
}
