import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Mode } from "@/lib/router/choice";
import { chat } from "./chat";
import { instant, teamId } from "./columns";

/** One reply being written, by the process that `replica` names. The row goes an hour after its end: what the reply
 *  says is in its message by then. */
export const run = pgTable(
  "run",
  {
    teamId: teamId(),
    /** Also the id of the message that it writes. */
    id: uuid("id").notNull(),
    chatId: uuid("chat_id").notNull(),
    personId: uuid("person_id").notNull(),
    replica: uuid("replica").notNull(),
    /** Runs of one comparison write side by side; any other waits for the end of those in its chat. */
    comparisonId: uuid("comparison_id"),
    state: text("state").$type<"running" | "over">().notNull().default("running"),
    /** Of the last event that was written; 0 before the first. */
    lastSeq: integer("last_seq").notNull().default(0),
    /** What a follower elsewhere, and the reaper, have to know of who answers. */
    model: text("model"),
    modelName: text("model_name"),
    mode: text("mode").$type<Mode>(),
    callId: uuid("call_id"),
    startedAt: instant("started_at").notNull().defaultNow(),
    heartbeatAt: instant("heartbeat_at").notNull().defaultNow(),
    stopRequestedAt: instant("stop_requested_at"),
    /** Until then another process follows: it is told of each event, and the run counts as followed. */
    watchedUntil: instant("watched_until"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    foreignKey({ columns: [table.teamId, table.chatId], foreignColumns: [chat.teamId, chat.id] }).onDelete(
      "cascade",
    ),
    // Nothing that a heartbeat changes is indexed, so that it rewrites no index.
    index("run_running_idx").on(table.teamId, table.chatId).where(sql`${table.state} = 'running'`),
    index("run_chat_idx").on(table.teamId, table.chatId),
    index("run_person_idx").on(table.personId),
    index("run_ended_idx").on(table.endedAt).where(sql`${table.endedAt} is not null`),
  ],
);

/** What a run said since its event before: a few rows a second while it writes, gone with the run's row. */
export const runEvent = pgTable(
  "run_event",
  {
    teamId: teamId(),
    runId: uuid("run_id").notNull(),
    /** From 1, without gaps. */
    seq: integer("seq").notNull(),
    /** JSON of lib/chat/said.ts. */
    payload: text("payload").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.runId, table.seq] }),
    foreignKey({ columns: [table.teamId, table.runId], foreignColumns: [run.teamId, run.id] }).onDelete(
      "cascade",
    ),
  ],
);
