import { bigint, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { teamId } from "./columns";

const version = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** Moved on by triggers with every change of what a team can ask (INSTANCE_TEAM_ID: of what all can), so that a process
 *  knows whether what it read before still holds. */
export const offerVersion = pgTable(
  "offer_version",
  {
    teamId: teamId(),
    providers: version("providers"),
    /** And their circuits. */
    credentials: version("credentials"),
    /** And the policy of routing. */
    modes: version("modes"),
    /** Prices and the catalogue: as `book_version`. */
    book: version("book"),
  },
  (table) => [primaryKey({ columns: [table.teamId] })],
);
