import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { prepared } from "../prepared";
import { bookVersion, circuit, credential, modeModels, provider, routingPolicy } from "../schema";
import { INSTANCE_TEAM_ID } from "../schema/provider";

/** What changes when anything does that a team can ask: equal marks mean equal rows. */
export interface OfferMarks {
  providers: string;
  /** And of their circuits. */
  credentials: string;
  modes: string;
  /** How the team's questions are routed. */
  policy: string;
  books: { team: number; instance: number };
}

/** One small row, for the way to every answer. PostgreSQL gives each version of a row the id of the transaction that
 *  wrote it (xmin), so nobody who writes has to remember to move a mark. */
export async function readOfferMarks(db: Db, teamId: string): Promise<OfferMarks> {
  const [row] = await marksStatement(db).execute({ teamId });
  if (!row) throw new RangeError("a statement without a table answered nothing");
  const { providers, credentials, modes, policy, team, instance } = row;
  return { providers, credentials, modes, policy, books: { team, instance } };
}

const marksStatement = prepared((db) => {
  const team = sql.placeholder("teamId");
  const scope = sql`(${team}, ${INSTANCE_TEAM_ID})`;
  return db
    .select({
      providers: sql<string>`coalesce((
        select string_agg(p.id || ' ' || p.xmin, ',' order by p.id) from ${provider} p where p.team_id in ${scope}), '')`,
      credentials: sql<string>`coalesce((
        select string_agg(c.id || ' ' || c.xmin || ' ' || coalesce(o.xmin::text, ''), ',' order by c.id)
        from ${credential} c left join ${circuit} o on o.team_id = c.team_id and o.credential_id = c.id
        where c.team_id in ${scope}), '')`,
      modes: sql<string>`coalesce((
        select string_agg(m.mode || ' ' || m.xmin, ',' order by m.mode) from ${modeModels} m where m.team_id = ${team}), '')`,
      policy: sql<string>`coalesce((select r.xmin::text from ${routingPolicy} r where r.team_id = ${team}), '')`,
      team: versionOf(team),
      instance: versionOf(INSTANCE_TEAM_ID),
    })
    .from(sql`(select) as nothing`)
    .prepare("read_offer_marks");
});

const versionOf = (teamId: string | ReturnType<typeof sql.placeholder>) =>
  sql<number>`coalesce((select b.version from ${bookVersion} b where b.team_id = ${teamId}), 0)`.mapWith(
    Number,
  );
