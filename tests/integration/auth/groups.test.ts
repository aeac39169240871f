import { afterAll, beforeAll, expect, test } from "vitest";
import { findSessionHolder } from "@/db/queries/sessions";
import { listTeamsOf } from "@/db/queries/teams";
import { groupMember, membership, teamGroup } from "@/db/schema";
import { startSession } from "@/lib/auth/start-session";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("a session tells the groups of its holder in each team, and which they manage, but none that is deleted", async () => {
  const { db } = database;
  const { teamId, as } = await newTeam(db);
  const { actor } = await as("manager");
  const [led, joined, gone] = [newId(), newId(), newId()];
  await db.insert(teamGroup).values([
    { teamId, id: led, name: "led" },
    { teamId, id: joined, name: "joined" },
    { teamId, id: gone, name: "gone", deletedAt: new Date() },
  ]);
  const { personId } = actor;
  await db.insert(groupMember).values([
    { teamId, groupId: led, personId, manager: true },
    { teamId, groupId: joined, personId },
    { teamId, groupId: gone, personId, manager: true },
  ]);
  const expected = [{ id: teamId, groupIds: [led, joined].toSorted(), managedGroupIds: [led] }];
  const sessionId = await startSession(db, personId, null);
  expect((await findSessionHolder(db, sessionId))?.teams).toMatchObject(expected);
  expect(await listTeamsOf(db, personId)).toMatchObject(expected);
});

test("a suspended member has no way into the team, and keeps the others", async () => {
  const { db } = database;
  const { as } = await newTeam(db);
  const { actor } = await as("member");
  const other = await newTeam(db);
  await db.insert(membership).values({ teamId: other.teamId, personId: actor.personId, role: "member" });
  const sessionId = await startSession(db, actor.personId, null);
  await db.update(membership).set({ suspendedAt: new Date() });
  expect((await findSessionHolder(db, sessionId))?.teams).toEqual([]);
  await db
    .insert(membership)
    .values({ teamId: (await newTeam(db)).teamId, personId: actor.personId, role: "guest" });
  expect((await findSessionHolder(db, sessionId))?.teams).toHaveLength(1);
  expect(await listTeamsOf(db, actor.personId)).toHaveLength(1);
});
