import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findMembership } from "@/db/queries/teams";
import { audit } from "@/db/schema";
import type { Context } from "@/lib/context";
import { addToGroup } from "@/lib/groups/add-to-group";
import { createGroup } from "@/lib/groups/create-group";
import { newId } from "@/lib/ids";
import { changeRole } from "@/lib/members/change-role";
import { leaveTeam } from "@/lib/members/leave-team";
import { listMembers } from "@/lib/members/list-members";
import { removeMember } from "@/lib/members/remove-member";
import { restoreAccess } from "@/lib/members/restore-access";
import { suspendMember } from "@/lib/members/suspend-member";
import { transferOwnership } from "@/lib/members/transfer-ownership";
import { undoRemoval } from "@/lib/members/undo-removal";
import { ROLES } from "@/lib/permissions/roles";
import { addMember } from "@/lib/teams/add-member";
import { createPersonalSpace } from "@/lib/teams/create-personal-space";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam, type TestTeam } from "@/tests/support/team";
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
const roleOf = async ({ actor }: Context) =>
  (await findMembership(database.db, actor.teamId, actor.personId))?.role ?? null;
const code = (wanted: string) => ({ code: wanted });

async function refused(wanted: string, acts: Promise<unknown>[]): Promise<void> {
  for (const end of await Promise.allSettled(acts))
    expect(end).toMatchObject({ status: "rejected", reason: code(wanted) });
}

describe("roles", () => {
  test("an owner and an administrator change them, nobody else", async () => {
    const member = await team.as("member");
    for (const role of ROLES.filter((role) => role !== "owner" && role !== "administrator")) {
      const change = changeRole(await team.as(role), { personId: idOf(member), role: "administrator" });
      await expect(change).rejects.toMatchObject(code("forbidden"));
    }
    await changeRole(await team.as("administrator"), { personId: idOf(member), role: "billing" });
    expect(await roleOf(member)).toBe("billing");
    await changeRole(owner, { personId: idOf(member), role: "owner" });
    await changeRole(owner, { personId: idOf(member), role: "guest" });
    expect(await roleOf(member)).toBe("guest");
  });

  test("what an owner is, only an owner changes, and only an owner makes one", async () => {
    const administrator = await team.as("administrator");
    const second = await team.as("owner");
    const to = (personId: string, role: "owner" | "member") => changeRole(administrator, { personId, role });
    await expect(to(idOf(second), "member")).rejects.toMatchObject(code("forbidden"));
    await expect(to(idOf(administrator), "owner")).rejects.toMatchObject(code("forbidden"));
    await expect(suspendMember(administrator, idOf(second))).rejects.toMatchObject(code("forbidden"));
    await expect(removeMember(administrator, idOf(second))).rejects.toMatchObject(code("forbidden"));
    await removeMember(owner, idOf(second));
  });

  test("an administrator who was made a member since their request came in changes nothing any more", async () => {
    const late = await team.as("administrator");
    const member = await team.as("member");
    await changeRole(owner, { personId: idOf(late), role: "member" });
    const change = changeRole(late, { personId: idOf(member), role: "guest" });
    await expect(change).rejects.toMatchObject(code("forbidden"));
    await expect(suspendMember(late, idOf(member))).rejects.toMatchObject(code("forbidden"));
  });

  test("who is in another team does not exist here", async () => {
    const stranger = await (await newTeam(database.db)).as("member");
    await refused("not_found", [
      changeRole(owner, { personId: idOf(stranger), role: "guest" }),
      suspendMember(owner, idOf(stranger)),
      restoreAccess(owner, idOf(stranger)),
      removeMember(owner, idOf(stranger)),
      transferOwnership(owner, idOf(stranger)),
    ]);
    expect(await roleOf(stranger)).toBe("member");
  });
});

describe("the last owner", () => {
  test("neither leaves, steps down, is suspended nor removed", async () => {
    const own = await newTeam(database.db);
    const last = await own.as("owner");
    const other = await own.as("owner");
    await suspendMember(last, idOf(other));
    await expect(leaveTeam(last)).rejects.toMatchObject(code("last_owner"));
    const stepDown = changeRole(last, { personId: idOf(last), role: "member" });
    await expect(stepDown).rejects.toMatchObject(code("last_owner"));
    await expect(transferOwnership(last, idOf(other))).rejects.toMatchObject(code("last_owner"));
    const email = `${idOf(last)}@example.com`;
    const byCommand = addMember(asInstance(database.db), { teamId: own.teamId, email, role: "member" });
    await expect(byCommand).rejects.toMatchObject(code("last_owner"));
    const instance: Context = { ...last, actor: { kind: "instance", personId: newId(), teamId: own.teamId } };
    await expect(suspendMember(instance, idOf(last))).rejects.toMatchObject(code("last_owner"));
    await expect(removeMember(instance, idOf(last))).rejects.toMatchObject(code("last_owner"));
    expect(await roleOf(last)).toBe("owner");
  });

  test("stays when two owners demote each other, or leave, at once", async () => {
    for (let round = 0; round < 8; round += 1) {
      const own = await newTeam(database.db);
      const [one, two] = [await own.as("owner"), await own.as("owner")];
      const acts =
        round % 2 === 0
          ? [leaveTeam(one), leaveTeam(two)]
          : [
              changeRole(one, { personId: idOf(two), role: "member" }),
              changeRole(two, { personId: idOf(one), role: "member" }),
            ];
      const ends = await Promise.allSettled(acts);
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect([await roleOf(one), await roleOf(two)].filter((role) => role === "owner")).toHaveLength(1);
    }
  });

  test("hands over the team and stays as an administrator", async () => {
    const own = await newTeam(database.db);
    const [one, two] = [await own.as("owner"), await own.as("member")];
    await expect(transferOwnership(two, idOf(one))).rejects.toMatchObject(code("forbidden"));
    await transferOwnership(one, idOf(two));
    expect([await roleOf(one), await roleOf(two)]).toEqual(["administrator", "owner"]);
    await leaveTeam(one);
  });
});

describe("removal", () => {
  test("can be undone for a while, by who may remove, with the groups that are left", async () => {
    const member = await team.as("member");
    const [kept, gone] = [await createGroup(owner, "kept"), await createGroup(owner, "gone")];
    for (const { id: groupId } of [kept, gone])
      await addToGroup(owner, { groupId, who: { personId: idOf(member) } });
    const { undo } = await removeMember(owner, idOf(member));
    expect(await roleOf(member)).toBeNull();
    await expect(undoRemoval(await team.as("manager"), undo)).rejects.toMatchObject(code("forbidden"));
    const elsewhere = await (await newTeam(database.db)).as("owner");
    await expect(undoRemoval(elsewhere, undo)).rejects.toMatchObject(code("not_found"));
    await expect(undoRemoval(owner, `${undo.slice(0, -2)}AA`)).rejects.toMatchObject(code("not_found"));
    const { deleteGroup } = await import("@/lib/groups/delete-group");
    await deleteGroup(owner, gone.id);
    await undoRemoval(owner, undo);
    const { members } = await listMembers(owner, { search: idOf(member) });
    expect(members).toMatchObject([{ role: "member", groups: [{ id: kept.id, manager: false }] }]);
    await expect(undoRemoval(owner, undo)).rejects.toMatchObject(code("conflict"));
  });

  test("nobody removes or suspends themselves by it", async () => {
    const administrator = await team.as("administrator");
    await expect(removeMember(administrator, idOf(administrator))).rejects.toMatchObject(code("forbidden"));
    await expect(suspendMember(administrator, idOf(administrator))).rejects.toMatchObject(code("forbidden"));
  });

  test("the audit tells of it with ids alone", async () => {
    const rows = await database.db.select().from(audit);
    expect(rows.map(({ action }) => action)).toContain("member.remove");
    expect(JSON.stringify(rows)).not.toMatch(/@example\.com/);
  });
});

test("each has one personal space, and nobody else comes into it", async () => {
  const member = await team.as("member");
  const [one, two] = await Promise.all([
    createPersonalSpace(member, "My space"),
    createPersonalSpace(member, "My space"),
  ]);
  expect(one).toEqual(two);
  const other = await team.as("member");
  const email = `${idOf(other)}@example.com`;
  const add = addMember(asInstance(database.db), { teamId: one.id, email, role: "member" });
  await expect(add).rejects.toMatchObject(code("personal_space"));
  await expect(createPersonalSpace(asInstance(database.db), "x")).rejects.toMatchObject(code("forbidden"));
});
