import { afterAll, beforeAll, expect, test } from "vitest";
import { findMembership } from "@/db/queries/teams";
import { audit } from "@/db/schema";
import type { Context } from "@/lib/context";
import { addToGroup } from "@/lib/groups/add-to-group";
import { createGroup } from "@/lib/groups/create-group";
import { newId } from "@/lib/ids";
import { acceptInvitation } from "@/lib/invitations/accept-invitation";
import { importMembers } from "@/lib/members/import-members";
import { listMembers } from "@/lib/members/list-members";
import { planImport } from "@/lib/members/plan-import";
import { ROLES } from "@/lib/permissions/roles";
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
const emailOf = (context: Context): string => `${idOf(context)}@example.com`;
const file = (...lines: string[]): string => ["email,role,group", ...lines].join("\n");
const code = (wanted: string) => ({ code: wanted });

test("nobody but owners and administrators plans or does one", async () => {
  for (const role of ROLES.filter((role) => role !== "owner" && role !== "administrator")) {
    const context = await team.as(role);
    await expect(planImport(context, file())).rejects.toMatchObject(code("forbidden"));
    await expect(importMembers(context, file())).rejects.toMatchObject(code("forbidden"));
  }
});

test("a plan says what each line would do and changes nothing; then it is done in one go, and once", async () => {
  const group = await createGroup(owner, "Class 7a");
  const [member, same] = [await team.as("member"), await team.as("guest")];
  await addToGroup(owner, { groupId: group.id, who: { personId: idOf(same) } });
  const stranger = `${newId()}@example.com`;
  const text = file(
    `${emailOf(member)},billing,class 7A`,
    `${emailOf(same)},guest,Class 7a`,
    `${stranger},,Class 7a`,
  );
  const plan = await planImport(owner, text);
  expect(plan).toMatchObject([
    { line: 2, kind: "change", before: "member", role: "billing", group: "class 7A" },
    { line: 3, kind: "same" },
    { line: 4, kind: "invite", role: "member" },
  ]);
  expect((await findMembership(database.db, team.teamId, idOf(member)))?.role).toBe("member");

  const { invited, changed } = await importMembers(owner, text);
  expect({ invited: invited.map(({ email }) => email), changed }).toEqual({
    invited: [stranger],
    changed: 1,
  });
  const [shown] = (await listMembers(owner, { search: idOf(member) })).members;
  expect(shown).toMatchObject({ role: "billing", groups: [{ id: group.id }] });
  expect((await planImport(owner, text)).map(({ kind }) => kind)).toEqual(["same", "same", "invited"]);
  const token = invited[0]?.link.split("/").at(-1) ?? "";
  const other = await (await newTeam(database.db)).as("member");
  const elsewhere = acceptInvitation(database.db, { token, personId: idOf(other), address: "192.0.2.8" });
  await expect(elsewhere).rejects.toMatchObject(code("invitation_elsewhere"));
  expect(JSON.stringify(await database.db.select().from(audit))).not.toContain("@example.com");
});

test("one line that cannot be done keeps all from being done, and says why", async () => {
  const [member, second] = [await team.as("member"), await team.as("owner")];
  const text = file(
    `${emailOf(member)},guest,`,
    `${emailOf(second)},member,`,
    `${emailOf(owner)},guest,`,
    `${newId()}@example.com,member,No such group`,
    "nobody,member,",
  );
  const plan = await planImport(second, text);
  expect(plan.map(({ problem }) => problem)).toEqual([
    null,
    "is_owner",
    "is_owner",
    "group_unknown",
    "email_invalid",
  ]);
  await expect(importMembers(owner, text)).rejects.toMatchObject(code("conflict"));
  expect((await findMembership(database.db, team.teamId, idOf(member)))?.role).toBe("member");
  const administrator = await team.as("administrator");
  expect(await planImport(administrator, file(`${emailOf(administrator)},guest,`))).toMatchObject([
    { kind: "error", problem: "is_self" },
  ]);
});

test("another team's members and groups are as unknown as anybody", async () => {
  const other = await newTeam(database.db);
  const stranger = await other.as("owner");
  await createGroup(stranger, "Theirs");
  const plan = await planImport(owner, file(`${emailOf(stranger)},guest,`, `${newId()}@example.com,,Theirs`));
  expect(plan).toMatchObject([
    { kind: "invite", personId: null },
    { kind: "error", problem: "group_unknown" },
  ]);
});

test("ten thousand lines are planned and done", async () => {
  const own = await newTeam(database.db);
  const admin = await own.as("owner");
  const lines = Array.from({ length: 10_000 }, (_, nth) => `person-${nth}@example.com,member,`);
  expect(await planImport(admin, file(...lines))).toHaveLength(10_000);
  expect((await importMembers(admin, file(...lines))).invited).toHaveLength(10_000);
});
