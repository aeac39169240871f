import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Audience } from "@/lib/share/share-input";
import { chat } from "./chat";
import { createdAt, instant, teamId } from "./columns";
import { person } from "./person";

/** A link under which what a chat showed at one time is read. The link is shown once; what is kept tells only whether a
 *  link is the right one. A person has a handful of a chat. */
export const share = pgTable(
  "share",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    chatId: uuid("chat_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    audience: text("audience").$type<Audience>().notNull(),
    /** SHA-256 of the link's secret, in base64url. */
    tokenHash: text("token_hash").notNull(),
    /** The last message of the path that was shown; what is written later is not shared. */
    leafId: uuid("leaf_id").notNull(),
    /** As the chat was called then. */
    title: text("title"),
    /** Whether readers are told whose it is. */
    named: boolean("named").notNull(),
    /** Null: it does not end by itself. */
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex("share_token_key").on(table.teamId, table.tokenHash),
    index("share_chat_idx").on(table.teamId, table.chatId),
    index("share_person_idx").on(table.personId, table.teamId, table.id),
    foreignKey({ columns: [table.teamId, table.chatId], foreignColumns: [chat.teamId, chat.id] }).onDelete(
      "cascade",
    ),
  ],
);
