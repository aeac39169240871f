import { inArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { prepared } from "../prepared";
import { offerVersion } from "../schema";
import { INSTANCE_TEAM_ID } from "../schema/provider";

/** What changes when anything does that a team can ask: equal marks mean equal rows. */
export interface OfferMarks {
  providers: string;
  /** And of their circuits. */
  credentials: string;
  /** And of the policy of routing. */
  modes: string;
  book: string;
}

/** Two small rows, for the way to every answer. Triggers move them (drizzle/0017_offer_version.sql), so nobody who
 *  writes has to remember to. */
export async function readOfferMarks(db: Db, teamId: string): Promise<OfferMarks> {
  const rows = await marksStatement(db).execute({ teamId });
  const mark = (kind: keyof OfferMarks) => {
    const of = (id: string) => rows.find((row) => row.teamId === id)?.[kind] ?? 0;
    return `${of(teamId)} ${of(INSTANCE_TEAM_ID)}`;
  };
  return {
    providers: mark("providers"),
    credentials: mark("credentials"),
    modes: mark("modes"),
    book: mark("book"),
  };
}

const marksStatement = prepared((db) =>
  db
    .select()
    .from(offerVersion)
    .where(inArray(offerVersion.teamId, [sql.placeholder("teamId"), INSTANCE_TEAM_ID]))
    .prepare("read_offer_marks"),
);
