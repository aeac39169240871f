import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";

/** Reference table: the key that what is personal of one subject is sealed with, see lib/audit/subject-keys. One row for
 *  each person, or invitation of somebody who is no person yet, that an entry of the audit speaks of. The row stays when
 *  the key is destroyed, so that no later entry makes a new one. */
export const personKey = pgTable("person_key", {
  subjectId: uuid("subject_id").primaryKey(),
  /** 32 bytes, sealed with WYE_ENCRYPTION_KEY. Null: destroyed. */
  keySealed: text("key_sealed"),
  createdAt: createdAt(),
  destroyedAt: instant("destroyed_at"),
});
