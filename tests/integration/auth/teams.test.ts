import { afterAll, beforeAll, expect, test } from "vitest";
import { findMembership } from "@/db/queries/teams";
import { createPerson } from "@/lib/auth/create-person";
import { addMember } from "@/lib/teams/add-member";
import { createTeam } from "@/lib/teams/create-team";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";

let database: FreshDatabase;
let personId: string;
const email = "grace@example.com";
beforeAll(async () => {
  database = await freshDatabase();
  const person = await createPerson(asInstance(database.db), {
    email,
    name: "Grace",
    password: "correct horse",
  });
  personId = person.id;
});
afterAll(() => database.drop());

test("a team is made with its owner in it", async () => {
  const team = await createTeam(asInstance(database.db), { name: " Signals ", ownerId: personId });
  expect(team.name).toBe("Signals");
  expect(await findMembership(database.db, team.id, personId)).toMatchObject({ role: "owner" });
});

test("only the instance's administrator makes teams", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  await expect(createTeam(owner, { name: "Mine", ownerId: personId })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("owners and administrators add members; others do not", async () => {
  const team = await newTeam(database.db);
  const add = { teamId: team.teamId, email, role: "member" } as const;
  for (const role of ["billing", "manager", "member", "guest"] as const) {
    await expect(addMember(await team.as(role), add)).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await addMember(await team.as("administrator"), add)).toMatchObject({ personId, role: "member" });
  expect(await addMember(await team.as("owner"), { ...add, role: "guest" })).toMatchObject({ role: "guest" });
});

test("an administrator neither makes nor changes an owner", async () => {
  const team = await newTeam(database.db);
  const administrator = await team.as("administrator");
  const add = { teamId: team.teamId, email } as const;
  await expect(addMember(administrator, { ...add, role: "owner" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await addMember(asInstance(database.db), { ...add, role: "owner" });
  await expect(addMember(administrator, { ...add, role: "guest" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("nobody adds to another team", async () => {
  const other = await newTeam(database.db);
  const owner = await (await newTeam(database.db)).as("owner");
  const add = addMember(owner, { teamId: other.teamId, email, role: "member" });
  await expect(add).rejects.toMatchObject({ code: "not_found" });
  expect(await findMembership(database.db, other.teamId, personId)).toBeNull();
});

test("who has no account cannot be added", async () => {
  const team = await newTeam(database.db);
  const add = addMember(await team.as("owner"), {
    teamId: team.teamId,
    email: "nobody@example.com",
    role: "member",
  });
  await expect(add).rejects.toMatchObject({ code: "not_found", params: { field: "email" } });
});
