import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readingsQuery } from "@/db/queries/readings";
import { membership } from "@/db/schema";
import { listMyReadings, MOST_READINGS } from "@/lib/content/list-my-readings";
import { READINGS } from "@/lib/content/reading";
import type { Context } from "@/lib/context";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { seedAudit } from "@/tests/support/seed-audit";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
const COUNT = 150_000;
/** Of each kind: more than are shown. */
const READ = 300;
const FROM = new Date("2026-01-01T00:00:00Z");
/** Pages of 8 KB: far from the 6,000 of one team's audit. */
const MOST_BLOCKS = 1_500;

let database: FreshDatabase;
let member: Context;
beforeAll(async () => {
  database = await freshDatabase();
  const teams = [await newTeam(database.db), await newTeam(database.db)] as const;
  member = await teams[0].as("member");
  const { personId } = member.actor;
  const [, other] = teams;
  await database.db.insert(membership).values({ teamId: other.teamId, personId, role: "member" });
  for (const team of teams) {
    const owner = await team.as("owner");
    await seedAudit(owner, COUNT, FROM);
    await seedReadings(owner, personId);
  }
  await database.db.execute(sql`analyze`);
});
afterAll(() => database.drop());

/** After all that is there: in turn a list of the person's titles that was read, an export of everybody's, and an export
 *  without it, each by another and by the person. */
async function seedReadings({ db, actor }: Context, personId: string): Promise<void> {
  await db.execute(sql`
    insert into audit (team_id, id, actor_id, action, target, after, created_at, seq, via, prev_hash, hash, hash_version)
      select ${actor.teamId}, gen_random_uuid(),
        case when n % 6 < 3 then ${actor.personId}::uuid else ${personId}::uuid end,
        case when n % 3 = 0 then 'content.list' else 'team.export' end,
        case when n % 3 = 0 then ${personId}::text else ${actor.teamId}::text end,
        jsonb_build_object('chats', n, 'content', n % 3 = 1),
        now() + make_interval(secs => n), ${COUNT}::int + n, 'web', '\\x00', '\\x00', 1
      from generate_series(1, ${READ * 6}::int) as n`);
}

interface Node {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

test("who looks who read their chats has not the whole audit of their teams read", async () => {
  const wanted = { actions: READINGS, limit: MOST_READINGS };
  const query = readingsQuery(database.db, member.actor.personId, wanted);
  const rows = await database.db.execute<{ "QUERY PLAN": { Plan: Node }[] }>(
    sql`explain (analyze, buffers, format json) ${query.getSQL()}`,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error("no plan");
  const ofAudit = nodesOf(plan).filter((node) => node["Relation Name"] === "audit");
  expect(ofAudit.map((node) => node["Node Type"])).toEqual(["Index Scan", "Index Scan"]);
  expect(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]).toBeLessThan(MOST_BLOCKS);
});

test("the newest of all teams and kinds are shown, and never what the person read themselves", async () => {
  const readings = await listMyReadings(member);
  expect(readings).toHaveLength(MOST_READINGS);
  expect(new Set(readings.map(({ team }) => team)).size).toBe(2);
  expect(new Set(readings.map(({ what }) => what))).toEqual(new Set(["list", "export"]));
  const times = readings.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  const { personId } = member.actor;
  const newest = await database.db.execute<{ id: string }>(sql`
    select a.id from audit a where a.seq > ${COUNT} and a.actor_id <> ${personId}::uuid
      and (a.action = 'content.list' or a.after ->> 'content' = 'true')
    order by a.created_at desc, a.seq desc limit ${MOST_READINGS}`);
  expect(readings.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
});
