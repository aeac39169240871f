import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { listGroups } from "@/lib/groups/list-groups";
import { listMembers } from "@/lib/members/list-members";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { seedMembers } from "@/tests/support/seed-members";
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
  await seedMembers(database.db, teamId, { members: MEMBERS, groups: GROUPS });
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
