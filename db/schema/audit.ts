import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { SealedPersonal } from "@/lib/audit/personal";
import { createdAt, teamId } from "./columns";

/** Who changed what; written in the same transaction as the change. Never holds a secret. */
export const audit = pgTable(
  "audit",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    /** Null: the instance itself, at start-up or through the command line. */
    actorId: uuid("actor_id"),
    action: text("action").notNull(),
    target: text("target"),
    before: jsonb("before"),
    after: jsonb("after"),
    /** Each value under its subject's key, see lib/audit/personal. */
    personal: jsonb("personal").$type<SealedPersonal>().notNull().default({}),
    requestId: text("request_id"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index("audit_time_idx").on(table.teamId, table.createdAt),
  ],
);
