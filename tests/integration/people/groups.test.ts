import { afterAll, beforeAll, expect, test } from "vitest";
import { listTeamsOf } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { addToGroup } from "@/lib/groups/add-to-group";
import { createGroup } from "@/lib/groups/create-group";
import { deleteGroup } from "@/lib/groups/delete-group";
import { listGroups } from "@/lib/groups/list-groups";
import { removeFromGroup } from "@/lib/groups/remove-from-group";
import { renameGroup } from "@/lib/groups/rename-group";
import { restoreGroup } from "@/lib/groups/restore-group";
import { setGroupManager } from "@/lib/groups/set-group-manager";
import { changeRole } from "@/lib/members/change-role";
import { getMember } from "@/lib/members/get-member";
import { listMembers } from "@/lib/members/list-members";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
  team = await newTeam(database.db);
  owner = await team.as("owner");
});
afterAll(() => database.drop());

const idOf = ({ actor }: Context): string => actor.personId;
const code = (wanted: string) => ({ code: wanted });

async function refused(wanted: string, acts: Promise<unknown>[]): Promise<void> {
  for (const end of await Promise.allSettled(acts))
    expect(end).toMatchObject({ status: "rejected", reason: code(wanted) });
}

/** As the next request of theirs would be. */
async function again({ actor, ...rest }: Context): Promise<Context> {
  const held = (await listTeamsOf(database.db, actor.personId)).find(({ id }) => id === actor.teamId);
  if (actor.kind !== "person" || !held) throw new RangeError("no such member");
  const { role, groupIds, managedGroupIds } = held;
  return { ...rest, actor: { ...actor, role, groupIds, managedGroupIds } };
}

async function managerOf(groupId: string): Promise<Context> {
  const manager = await team.as("manager");
  await setGroupManager(owner, { groupId, personId: idOf(manager), manager: true });
  return again(manager);
}

test("two groups of a team have not the same name, however it is capitalised, and another team's may", async () => {
  const { id } = await createGroup(owner, "Physics");
  await expect(createGroup(owner, " physics ")).rejects.toMatchObject(code("conflict"));
  const other = await createGroup(owner, "Chemistry");
  const rename = renameGroup(owner, { groupId: other.id, name: "PHYSICS" });
  await expect(rename).rejects.toMatchObject(code("conflict"));
  await renameGroup(owner, { groupId: id, name: "PHYSICS" });
  await createGroup(await (await newTeam(database.db)).as("owner"), "Physics");
});

test("a deleted group is had back with its members, unless its name was given again", async () => {
  const { id } = await createGroup(owner, "Biology");
  const member = await team.as("member");
  await addToGroup(owner, { groupId: id, who: { personId: idOf(member) } });
  await deleteGroup(owner, id);
  expect((await listGroups(owner)).map((group) => group.id)).not.toContain(id);
  expect((await again(member)).actor).toMatchObject({ groupIds: [] });
  await restoreGroup(owner, id);
  expect((await listGroups(owner)).find((group) => group.id === id)).toMatchObject({ members: 1 });
  await deleteGroup(owner, id);
  await createGroup(owner, "Biology");
  await expect(restoreGroup(owner, id)).rejects.toMatchObject(code("conflict"));
});

test("a manager sees and fills their own group, and knows of nobody and nothing else", async () => {
  const [led, foreign] = [await createGroup(owner, "Led"), await createGroup(owner, "Foreign")];
  const manager = await managerOf(led.id);
  const [inside, outside] = [await team.as("member"), await team.as("member")];
  await addToGroup(manager, { groupId: led.id, who: { email: `${idOf(inside)}@EXAMPLE.com` } });
  await addToGroup(owner, { groupId: foreign.id, who: { personId: idOf(outside) } });
  await addToGroup(owner, { groupId: foreign.id, who: { personId: idOf(inside) } });

  expect((await listGroups(manager)).map(({ id }) => id)).toEqual([led.id]);
  const { members, total } = await listMembers(manager);
  expect(members.map(({ id }) => id).toSorted()).toEqual([idOf(manager), idOf(inside)].toSorted());
  expect(total).toBe(2);
  expect(members.flatMap(({ groups }) => groups.map(({ id }) => id))).toEqual([led.id, led.id]);
  expect((await listMembers(manager, { search: idOf(outside) })).members).toEqual([]);
  await expect(getMember(manager, idOf(outside))).rejects.toMatchObject(code("not_found"));

  const who = { personId: idOf(inside) };
  await expect(addToGroup(manager, { groupId: foreign.id, who })).rejects.toMatchObject(code("not_found"));
  const elsewhere = removeFromGroup(manager, { groupId: foreign.id, personId: idOf(inside) });
  await expect(elsewhere).rejects.toMatchObject(code("not_found"));
  await removeFromGroup(manager, { groupId: led.id, personId: idOf(inside) });
  await refused("forbidden", [
    createGroup(manager, "Own"),
    deleteGroup(manager, led.id),
    renameGroup(manager, { groupId: led.id, name: "Mine" }),
    setGroupManager(manager, { groupId: led.id, personId: idOf(inside), manager: true }),
    changeRole(manager, { personId: idOf(inside), role: "guest" }),
  ]);
});

test("a manager does not remove another manager of the same group", async () => {
  const { id: groupId } = await createGroup(owner, "Shared");
  const [one, two] = [await managerOf(groupId), await managerOf(groupId)];
  const remove = removeFromGroup(one, { groupId, personId: idOf(two) });
  await expect(remove).rejects.toMatchObject(code("forbidden"));
});

test("who is no manager any more manages nothing, also when made one again", async () => {
  const { id: groupId } = await createGroup(owner, "Former");
  const manager = await managerOf(groupId);
  expect(manager.actor).toMatchObject({ managedGroupIds: [groupId] });
  await changeRole(owner, { personId: idOf(manager), role: "member" });
  expect((await again(manager)).actor).toMatchObject({ groupIds: [groupId], managedGroupIds: [] });
  await changeRole(owner, { personId: idOf(manager), role: "manager" });
  expect((await again(manager)).actor).toMatchObject({ managedGroupIds: [] });
  const member = await team.as("member");
  const make = setGroupManager(owner, { groupId, personId: idOf(member), manager: true });
  await expect(make).rejects.toMatchObject(code("invalid_input"));
});

test("another team's groups and people do not exist here", async () => {
  const stranger = await (await newTeam(database.db)).as("owner");
  const { id: groupId } = await createGroup(stranger, "Theirs");
  const who = { personId: idOf(owner) };
  await refused("not_found", [
    renameGroup(owner, { groupId, name: "Ours" }),
    deleteGroup(owner, groupId),
    restoreGroup(owner, groupId),
    addToGroup(owner, { groupId, who }),
    removeFromGroup(owner, { groupId, ...who }),
    setGroupManager(owner, { groupId, ...who, manager: false }),
  ]);
  const own = await createGroup(owner, "Ours");
  const foreign = addToGroup(owner, { groupId: own.id, who: { email: `${idOf(stranger)}@example.com` } });
  await expect(foreign).rejects.toMatchObject(code("not_found"));
});

test("pages by name, searched and filtered, hold each member once", async () => {
  const own = await newTeam(database.db);
  const admin = await own.as("owner");
  for (let nth = 0; nth < 120; nth += 1) await own.as(nth % 3 === 0 ? "guest" : "member");
  const seen: string[] = [];
  let after: { name: string; id: string } | undefined;
  for (;;) {
    const { members, next, total } = await listMembers(admin, after ? { after } : {});
    expect(total).toBe(after ? null : 121);
    seen.push(...members.map(({ id }) => id));
    if (next === null) break;
    after = next;
  }
  expect(new Set(seen).size).toBe(121);
  expect(seen).toHaveLength(121);
  expect((await listMembers(admin, { role: "guest" })).total).toBe(40);
  expect((await listMembers(admin, { suspended: true })).total).toBe(0);
  expect((await listMembers(admin, { search: "100%_" })).total).toBe(0);
  expect(
    (await listMembers(admin, { search: `${idOf(admin).slice(0, 30).toUpperCase()}` })).total,
  ).toBeGreaterThan(0);
});
