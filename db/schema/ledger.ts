import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { CostStatus, Outcome, Purpose } from "@/lib/completion/types";
import type { RateSnapshot } from "@/lib/pricing/rate-snapshot";
import type { Mode } from "@/lib/router/choice";
import { bytea, instant, teamId } from "./columns";

const count = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** Append-only (triggers refuse UPDATE, DELETE and TRUNCATE), one row per upstream call or correction, partitioned by ranges of
 *  the UUIDv7 `id`. Opaque ids only: no foreign keys, it outlives what it speaks of. Written by `settle_call`. */
export const ledger = pgTable(
  "ledger",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    /** Gapless per team. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    prevHash: bytea("prev_hash").notNull(),
    hash: bytea("hash").notNull(),
    hashVersion: smallint("hash_version").notNull(),
    at: instant("at").notNull(),
    personId: uuid("person_id").notNull(),
    chatId: uuid("chat_id"),
    messageId: uuid("message_id"),
    providerId: uuid("provider_id").notNull(),
    /** Which of the provider's credentials; null in rows from before there could be several. */
    credentialId: uuid("credential_id"),
    vendor: text("vendor").notNull(),
    model: text("model").notNull(),
    mode: text("mode").$type<Mode>(),
    purpose: text("purpose").$type<Purpose>().notNull(),
    outcome: text("outcome").$type<Outcome>().notNull(),
    errorCode: text("error_code"),
    status: text("status").$type<CostStatus>().notNull(),
    /** How an estimate was made, for example `o200k_base`; null when exact. */
    estimateMethod: text("estimate_method"),
    inputTokens: count("input_tokens"),
    cacheReadTokens: count("cache_read_tokens"),
    cacheWriteTokens: count("cache_write_tokens"),
    outputTokens: count("output_tokens"),
    reasoningTokens: count("reasoning_tokens"),
    audioInputTokens: count("audio_input_tokens"),
    audioOutputTokens: count("audio_output_tokens"),
    images: count("images"),
    cacheWrite1hTokens: count("cache_write_1h_tokens"),
    audioCacheReadTokens: count("audio_cache_read_tokens"),
    imageInputTokens: count("image_input_tokens"),
    imageOutputTokens: count("image_output_tokens"),
    webSearches: count("web_searches"),
    requests: count("requests"),
    /** As the vendor reported it; null where it did not. */
    serviceTier: text("service_tier"),
    rate: jsonb("rate").$type<RateSnapshot>(),
    /** 10^-12 of `currency`; null when unpriced. */
    costPico: numeric("cost_pico", { precision: 38, scale: 0 }),
    currency: text("currency"),
    demo: boolean("demo").notNull(),
    ttftMs: integer("ttft_ms"),
    durationMs: integer("duration_ms").notNull(),
    /** The call whose cost this row corrects: then `cost_pico` is what is to be added to that call's, which may be
     *  negative, nothing is counted again, and `person_id` is who corrected it. */
    correctsId: uuid("corrects_id"),
    /** Why it was corrected. */
    reason: text("reason"),
    /** The key that a program came with, of a correction that of its call; null: a person asked, or the row is from
     *  before keys were kept. */
    keyId: uuid("key_id"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index("ledger_seq_idx").on(table.teamId, table.seq),
    index("ledger_credential_idx").on(table.credentialId, table.at),
    index("ledger_message_idx").on(table.teamId, table.messageId),
    // A page of calls of all teams, by the id.
    index("ledger_vendor_idx").on(table.vendor, table.id),
    index("ledger_unpriced_idx")
      .on(table.teamId, table.vendor, table.model)
      .where(sql`currency is null and corrects_id is null`),
    index("ledger_key_idx").on(table.teamId, table.keyId, table.id).where(sql`key_id is not null`),
    index("ledger_corrects_idx").on(table.teamId, table.correctsId).where(sql`corrects_id is not null`),
  ],
);

/** The end of each team's chain; its row lock orders the team's appends. */
export const ledgerHead = pgTable(
  "ledger_head",
  {
    teamId: teamId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId] })],
);
