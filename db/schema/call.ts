import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Purpose } from "@/lib/completion/types";
import type { RateSnapshot } from "@/lib/pricing/rate-snapshot";
import type { Mode } from "@/lib/router/choice";
import { instant, teamId } from "./columns";

/** An open call: written before a vendor is asked, gone when its ledger row is written. Small by nature. */
export const call = pgTable(
  "call",
  {
    teamId: teamId(),
    /** Also the id of the ledger row to come. */
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    chatId: uuid("chat_id"),
    messageId: uuid("message_id"),
    providerId: uuid("provider_id").notNull(),
    credentialId: uuid("credential_id"),
    /** The key that a program came with; null: a person asked. */
    keyId: uuid("key_id"),
    vendor: text("vendor").notNull(),
    model: text("model").notNull(),
    mode: text("mode").$type<Mode>(),
    purpose: text("purpose").$type<Purpose>().notNull(),
    /** The price the call will be charged at, as it stood when the call began; null: unpriced. */
    rate: jsonb("rate").$type<RateSnapshot>(),
    /** Input tokens as counted here before sending, for what a crash leaves open. */
    inputEstimate: integer("input_estimate").notNull(),
    startedAt: instant("started_at").notNull(),
    /** While the process that makes the call lives, it moves this on. */
    heartbeatAt: instant("heartbeat_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index("call_heartbeat_idx").on(table.heartbeatAt),
  ],
);
