import { bigint, date, index, jsonb, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { RateSnapshot } from "@/lib/pricing/rate-snapshot";
import { createdAt, instant, teamId } from "./columns";

/** A dated price that was set here or imported, for one team or (INSTANCE_TEAM_ID) for all. A row never changes but
 *  to be withdrawn or ended; a newer version takes its place from its own day on. */
export const price = pgTable(
  "price",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    vendor: text("vendor").notNull(),
    /** Lower case, as names of models are compared. */
    model: text("model").notNull(),
    /** Negotiated for one key; null: for all. */
    credentialId: uuid("credential_id"),
    rate: jsonb("rate").$type<RateSnapshot>().notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
    origin: text("origin").$type<"person" | "import">().notNull(),
    note: text("note"),
    /** Null: by command. */
    setBy: uuid("set_by"),
    createdAt: createdAt(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index("price_model_idx").on(table.teamId, table.vendor, table.model),
  ],
);

/** Moved on with every change of a team's prices and models (INSTANCE_TEAM_ID: the instance's), so that a process
 *  knows whether what it read before still holds. */
export const bookVersion = pgTable(
  "book_version",
  {
    teamId: teamId(),
    version: bigint("version", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId] })],
);

/** Reference table: what one unit of `base` was worth in `quote` on a day. */
export const exchangeRate = pgTable(
  "exchange_rate",
  {
    base: text("base").notNull(),
    quote: text("quote").notNull(),
    day: date("day").notNull(),
    rate: numeric("rate", { precision: 24, scale: 12 }).notNull(),
    /** `ecb`, the name of a file, or who entered it. */
    source: text("source").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.base, table.quote, table.day] })],
);
