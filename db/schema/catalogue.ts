import { boolean, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { CatalogueEntry } from "@/lib/catalogue/entry";
import { createdAt, teamId } from "./columns";

/** What a team (INSTANCE_TEAM_ID: the instance) says of a model over what ships: by hand, or from an imported file. */
export const catalogueModel = pgTable(
  "catalogue_model",
  {
    teamId: teamId(),
    vendor: text("vendor").notNull(),
    /** Lower case, as names of models are compared. */
    model: text("model").notNull(),
    /** `person`, or the format of the file. */
    origin: text("origin").notNull(),
    entry: jsonb("entry").$type<CatalogueEntry>().notNull(),
    hidden: boolean("hidden").notNull().default(false),
    /** Null: by command. */
    setBy: uuid("set_by"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.vendor, table.model, table.origin] })],
);
