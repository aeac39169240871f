import { integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ErrorData } from "@/lib/errors";
import type { ListedModel } from "@/lib/providers/vendor";
import { createdAt, instant, teamId } from "./columns";

/** The team of what serves the whole instance: no real team has the nil UUID. */
export const INSTANCE_TEAM_ID = "00000000-0000-0000-0000-000000000000";

/** A connected vendor, for one team or (INSTANCE_TEAM_ID) for all. Its keys are in `credential`. */
export const provider = pgTable(
  "provider",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    vendor: text("vendor").notNull(),
    /** What model names start with: the vendor's id, or a name given to tell two of a vendor apart. */
    name: text("name").notNull(),
    /** Null: the vendor's own address. */
    baseUrl: text("base_url"),
    source: text("source").$type<"person" | "environment" | "demo">().notNull(),
    models: jsonb("models").$type<ListedModel[]>().notNull(),
    modelsListedAt: instant("models_listed_at"),
    /** Result of the last try; null when a key worked. */
    lastError: jsonb("last_error").$type<ErrorData>(),
    testedAt: instant("tested_at"),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex("provider_name_key").on(table.teamId, table.name),
  ],
);
