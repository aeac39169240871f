import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, teamId } from "./columns";
import { person } from "./person";

/** The chat of a draft that belongs to none yet: no real chat has the nil UUID. */
export const NEW_CHAT_ID = "00000000-0000-0000-0000-000000000000";

/** What a person has typed in a chat and not sent, one row a chat. An emptied one stays for a while, so that a device
 *  that comes back later learns that it was sent. */
export const draft = pgTable(
  "draft",
  {
    teamId: teamId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    chatId: uuid("chat_id").notNull(),
    text: text("text").notNull(),
    /** Counts the changes: a device that writes on an older one is told what it has missed. */
    version: integer("version").notNull().default(1),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.personId, table.chatId] }),
    index("draft_person_idx").on(table.personId),
  ],
);
