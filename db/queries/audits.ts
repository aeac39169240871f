import type { Db } from "../client";
import { audit } from "../schema";

export async function insertAudit(db: Db, row: typeof audit.$inferInsert): Promise<void> {
  await db.insert(audit).values(row);
}
