import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { listGroups } from "@/lib/groups/list-groups";
import { listMembers } from "@/lib/members/list-members";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

const MEMBERS = 10_000;
const GROUPS = 200;

let database: FreshDatabase;
let owner: Context;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
  const { teamId, as } = await newTeam(database.db);
  owner = await as("owner");
  await database.db.execute(sql`
    with people as (
      insert into person (id, email, name)
      select gen_random_uuid(), 'p' || nth || '@example.com', 'Person ' || lpad(nth::text, 5, '0')
      from generate_series(1, ${MEMBERS}::integer) nth returning id, name
    ), members as (
      insert into membership (team_id, person_id, role) select ${teamId}::uuid, id, 'member' from people returning person_id
    ), groups as (
      insert into team_group (team_id, id, name)
      select ${teamId}::uuid, gen_random_uuid(), 'Group ' || lpad(nth::text, 3, '0')
      from generate_series(1, ${GROUPS}::integer) nth returning id, name
    )
    select count(*) from members, groups`);
  await database.db.execute(sql`
    insert into group_member (team_id, group_id, person_id)
    select ${teamId}::uuid, g.id, p.id from person p join team_group g
      on right(g.name, 3)::integer = (right(p.name, 5)::integer % ${GROUPS}::integer) + 1
    where p.name like 'Person %'`);
  await database.db.execute(sql`analyze`);
});
afterAll(() => database.drop());

test("of a team of ten thousand in two hundred groups each page and each search is whole", async () => {
  const groups = await listGroups(owner);
  expect(groups).toHaveLength(GROUPS);
  expect(groups.every(({ members }) => members === MEMBERS / GROUPS)).toBe(true);

  const first = await listMembers(owner);
  expect(first.total).toBe(MEMBERS + 1);
  const seen = new Set<string>();
  for (let page = first; ; ) {
    for (const { id } of page.members) seen.add(id);
    if (page.next === null) break;
    page = await listMembers(owner, { after: page.next });
  }
  expect(seen.size).toBe(MEMBERS + 1);

  const [group] = groups;
  const inGroup = await listMembers(owner, group ? { groupId: group.id } : {});
  expect(inGroup.total).toBe(MEMBERS / GROUPS);
  expect((await listMembers(owner, { search: "person 0999" })).members.map(({ name }) => name)).toEqual(
    Array.from({ length: 10 }, (_, nth) => `Person 0999${nth}`),
  );
});
