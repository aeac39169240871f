import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Reference table: a process that serves, and when it last said so. Those that fell silent long ago are removed. */
export const replica = pgTable(
  "replica",
  {
    id: uuid("id").primaryKey(),
    /** Such as `0.1.0 (3fa9c1d2)`: the release, and the sources that were built. */
    version: text("version").notNull(),
    host: text("host").notNull(),
    startedAt: instant("started_at").notNull(),
    seenAt: instant("seen_at").notNull().defaultNow(),
  },
  (table) => [index("replica_seen_idx").on(table.seenAt)],
);
