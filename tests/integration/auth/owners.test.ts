import { afterAll, beforeAll, expect, test } from "vitest";
import { findPerson } from "@/db/queries/people";
import { savePreferences } from "@/lib/auth/save-preferences";
import { listOwners } from "@/lib/teams/list-owners";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("a member learns who owns their team, and nobody else's", async () => {
  const [mine, theirs] = await Promise.all([newTeam(database.db), newTeam(database.db)]);
  const owner = await mine.as("owner");
  await Promise.all([theirs.as("owner"), mine.as("administrator")]);
  expect(await listOwners(await mine.as("guest"))).toEqual([`owner ${owner.actor.personId}`]);
});

test("a preference changes nothing but itself, and nobody else's", async () => {
  const team = await newTeam(database.db);
  const [ada, bob] = await Promise.all([team.as("member"), team.as("member")]);
  const choice = { kind: "mode", mode: "reasoning" } as const;
  await savePreferences(ada, { choice, showReasoning: true });
  await savePreferences(ada, { showReasoning: false });
  expect((await findPerson(database.db, ada.actor.personId))?.preferences).toEqual({
    choice,
    showReasoning: false,
  });
  expect((await findPerson(database.db, bob.actor.personId))?.preferences).toEqual({});
});
