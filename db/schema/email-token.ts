import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { TokenPurpose } from "@/lib/auth/token-purpose";
import { instant } from "./columns";
import { person } from "./person";

/** Reference table: links that were mailed and not used yet. A row is deleted when its link is used. */
export const emailToken = pgTable(
  "email_token",
  {
    hash: text("hash").primaryKey(),
    purpose: text("purpose").$type<TokenPurpose>().notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    emailHash: text("email_hash").notNull(),
    browserHash: text("browser_hash"),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("email_token_person_idx").on(table.personId),
    index("email_token_expires_idx").on(table.expiresAt),
  ],
);
