import { eq } from "drizzle-orm";
import type { Db } from "../client";
import { auditHead } from "../schema";

export type AuditHead = typeof auditHead.$inferSelect;

/** Null: nothing was ever recorded. */
export async function findAuditHead(db: Db, teamId: string): Promise<AuditHead | null> {
  const [head] = await db.select().from(auditHead).where(eq(auditHead.teamId, teamId));
  return head ?? null;
}

export async function setAuditVerified(
  db: Db,
  teamId: string,
  verified: { verifiedSeq: number; verifiedAt: Date },
): Promise<void> {
  await db.update(auditHead).set(verified).where(eq(auditHead.teamId, teamId));
}
