import {
  bigint,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { SealedPersonal } from "@/lib/audit/sealed-personal";
import type { Via } from "@/lib/audit/via";
import { bytea, createdAt, instant, teamId } from "./columns";

/** Who changed what; written in the same transaction as the change. Never holds a secret. Append-only (triggers refuse
 *  UPDATE, DELETE and TRUNCATE) and chained per team, see docs/audit.md. Opaque ids only and no foreign keys: it outlives
 *  what it speaks of. Written by `audit_append`. */
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
    /** Never earlier than that of the entry before. */
    createdAt: createdAt(),
    /** Gapless per team. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    via: text("via").$type<Via>().notNull(),
    prevHash: bytea("prev_hash").notNull(),
    hash: bytea("hash").notNull(),
    hashVersion: smallint("hash_version").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex("audit_seq_key").on(table.teamId, table.seq),
    index("audit_time_idx").on(table.teamId, table.createdAt, table.seq),
    index("audit_action_idx").on(table.teamId, table.action, table.seq),
    index("audit_actor_idx").on(table.teamId, table.actorId, table.seq),
    index("audit_target_idx").on(table.teamId, table.target, table.seq),
  ],
);

/** The end of each team's chain; its row lock orders the team's entries. */
export const auditHead = pgTable(
  "audit_head",
  {
    teamId: teamId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
    at: instant("at").notNull(),
    /** The last entry that the last check found in order. */
    verifiedSeq: bigint("verified_seq", { mode: "number" }),
    verifiedAt: instant("verified_at"),
  },
  (table) => [primaryKey({ columns: [table.teamId] })],
);
