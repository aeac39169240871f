import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Reference table: how often signing in has failed lately, for each source that is counted. One row lasts a window
 *  and holds no address and no e-mail, only a hash of them. */
export const signInFailures = pgTable(
  "sign_in_failures",
  {
    source: text("source").primaryKey(),
    count: integer("count").notNull(),
    /** When counting begins anew. */
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [index("sign_in_failures_ends_idx").on(table.endsAt)],
);
