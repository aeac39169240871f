import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Reference table: facts of the whole instance, one row each (`setup`, `secret_fingerprint`, `allowed_hosts`, `features`). */
export const setting = pgTable("setting", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});
