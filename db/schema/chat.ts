import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { Comparison } from "@/lib/chat/comparison";
import type { MessageRole, MessageStatus, SummaryFacts } from "@/lib/chat/message";
import type { ErrorData } from "@/lib/errors";
import type { Choice, Mode } from "@/lib/router/choice";
import { createdAt, instant, teamId } from "./columns";
import { person } from "./person";
import { team } from "./team";

export const chat = pgTable(
  "chat",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    title: text("title"),
    titleSource: text("title_source").$type<"model" | "person">(),
    choice: jsonb("choice").$type<Choice>().notNull(),
    settings: jsonb("settings").$type<ChatSettings>().notNull().default({}),
    /** The last message of the path that is shown. */
    activeLeafId: uuid("active_leaf_id"),
    /** The chat that this one was copied from; it may be gone. */
    forkedFromChatId: uuid("forked_from_chat_id"),
    /** Leaves nothing but its cost: it is in no list, and a job removes it soon after its last activity. */
    temporary: boolean("temporary").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    /** Set by deletion, cleared by undo; a job removes the row 30 days later. */
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    foreignKey({ columns: [table.teamId], foreignColumns: [team.id] }).onDelete("cascade"),
    index("chat_list_idx")
      .on(table.teamId, table.personId, table.updatedAt.desc(), table.id)
      .where(sql`${table.deletedAt} is null`),
    // Deleted ones too: what a person wrote is exported and erased by it.
    index("chat_person_idx").on(table.personId, table.teamId, table.id),
    index("chat_activity_idx").on(table.teamId, table.updatedAt),
    index("chat_temporary_idx").on(table.updatedAt).where(sql`${table.temporary}`),
    index("chat_deleted_idx").on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
  ],
);

/** One row a message, in a tree: edit and regenerate add siblings. */
export const message = pgTable(
  "message",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    chatId: uuid("chat_id").notNull(),
    parentId: uuid("parent_id"),
    role: text("role").$type<MessageRole>().notNull(),
    status: text("status").$type<MessageStatus>().notNull(),
    text: text("text").notNull().default(""),
    reasoning: text("reasoning").notNull().default(""),
    reasoningMs: integer("reasoning_ms"),
    model: text("model"),
    modelName: text("model_name"),
    mode: text("mode").$type<Mode>(),
    /** The chat call's ledger row. */
    callId: uuid("call_id"),
    /** Why the model ended, in AI SDK's words; `length`: at its output limit. */
    finishReason: text("finish_reason"),
    error: jsonb("error").$type<ErrorData>(),
    /** The answer that broke off, whose text and reasoning this one begins with; it may be gone. */
    continuesId: uuid("continues_id"),
    /** How much of this one's text and reasoning is that one's, in UTF-16 units: that one may become longer later, when
     *  a process that was taken for dead keeps the end of it. With `callId` it broke off and went on by itself, and that
     *  call wrote so much of it. */
    continuedLengths: jsonb("continued_lengths").$type<{
      text: number;
      reasoning: number;
      callId?: string;
    }>(),
    /** Of a summary, and only there. */
    summary: jsonb("summary").$type<SummaryFacts>(),
    /** Of an answer that stands side by side with others to its question. */
    comparison: jsonb("comparison").$type<Comparison>(),
    createdAt: createdAt(),
    /** Set by deletion, cleared by undo; a job empties the row 30 days later. It keeps its place in the tree. */
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    foreignKey({ columns: [table.teamId, table.chatId], foreignColumns: [chat.teamId, chat.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.teamId, table.parentId],
      foreignColumns: [table.teamId, table.id],
      name: "message_parent_fk",
    }).onDelete("cascade"),
    // Holds all that the tree of a chat is made of, so that a path is found without reading a message.
    index("message_tree_idx").on(table.teamId, table.chatId, table.id, table.parentId, table.deletedAt),
    index("message_parent_idx").on(table.teamId, table.parentId),
    index("message_deleted_idx").on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
  ],
);
