import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sumLedger } from "@/db/queries/ledgers";
import { removeTeamRows } from "@/db/queries/team-deletion";
import { listTeamsOf } from "@/db/queries/teams";
import * as schema from "@/db/schema";
import { PERSON_CONTENT, PERSON_RECORDS } from "@/db/schema/person-content";
import { TEAM_CONTENT, TEAM_RECORDS } from "@/db/schema/team-content";
import { startRun } from "@/lib/chat/start-run";
import { newId } from "@/lib/ids";
import { ROLES } from "@/lib/permissions/roles";
import { addProvider } from "@/lib/providers/add-provider";
import { deleteTeam } from "@/lib/teams/delete-team";
import { removeEndedTeams } from "@/lib/teams/remove-ended-teams";
import { restoreTeam } from "@/lib/teams/restore-team";
import { endOfGrace } from "@/lib/teams/team-grace";
import { tablesOf } from "@/tests/architecture/team-tables";
import { chainHolds } from "@/tests/support/chain-holds";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { plantContent } from "@/tests/support/plant-content";
import { tablesHolding } from "@/tests/support/tables-holding";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const namesOf = (tables: Parameters<typeof getTableConfig>[0][]) =>
  tables.map((table) => getTableConfig(table).name).toSorted();
const holding = (column: string) =>
  tablesOf(schema).filter((table) => getTableConfig(table).columns.some(({ name }) => name === column));
const afterGrace = () => new Date(endOfGrace(new Date()).getTime() + 1);

async function planted() {
  const team = await newTeam(database.db, `team ${randomUUID()}`);
  const owner = await team.as("owner");
  const member = await team.as("member");
  const marker = `marker${randomUUID().replaceAll("-", "")}`;
  await plantContent(member, marker);
  await addProvider(owner, { scope: "team", vendor: "demo" });
  return { ...team, owner, member, marker };
}

test("of each table of a team, and of a person, it is laid down whether it goes with them or stays", () => {
  expect(namesOf([...TEAM_CONTENT, ...TEAM_RECORDS])).toEqual(namesOf(holding("team_id")));
  expect(namesOf([...PERSON_CONTENT, ...PERSON_RECORDS])).toEqual(namesOf(holding("person_id")));
});

test("a team keeps all it has until its time of grace is over, and an owner has it back", async () => {
  const { owner, member, marker } = await planted();
  const { deletesAt } = await deleteTeam(owner);
  expect(await deleteTeam(owner)).toEqual({ deletesAt });
  await removeEndedTeams(database.db, new Date(deletesAt.getTime() - 1));
  expect(await tablesHolding(database.db, marker)).toContain("message");
  expect(await listTeamsOf(database.db, member.actor.personId)).toMatchObject([{ deletesAt }]);
  await restoreTeam(owner);
  await removeEndedTeams(database.db, afterGrace());
  expect(await listTeamsOf(database.db, member.actor.personId)).toMatchObject([{ deletesAt: null }]);
});

test("after that no table but the ledger and the audit knows of it; sums and chains are as before", async () => {
  const { teamId, name, owner } = await planted();
  const sums = await sumLedger(database.db, { teamId });
  await deleteTeam(owner);
  await removeEndedTeams(database.db, afterGrace());
  expect(await tablesHolding(database.db, teamId)).toEqual(["audit", "audit_head", "ledger", "ledger_head"]);
  expect(await tablesHolding(database.db, name)).toEqual([]);
  expect(await sumLedger(database.db, { teamId })).toEqual(sums);
  expect(await chainHolds(owner)).toBe(true);
  await expect(restoreTeam(owner)).rejects.toMatchObject({ code: "not_found" });
});

test("a removal that was killed half way goes on, on several replicas at once", async () => {
  const { teamId, owner, marker } = await planted();
  await deleteTeam(owner);
  for (let step = 0; step < 5; step++) await removeTeamRows(database.db, teamId, 1);
  expect(await database.db.$count(schema.team, eq(schema.team.id, teamId))).toBe(1);
  await Promise.all([1, 2].map(() => removeEndedTeams(database.db, afterGrace())));
  await removeEndedTeams(database.db, afterGrace());
  expect(await tablesHolding(database.db, marker)).toEqual(["person", "session"]);
  expect(await tablesHolding(database.db, teamId)).toEqual(["audit", "audit_head", "ledger", "ledger_head"]);
});

test("no other team loses anything by it", async () => {
  const [gone, stays] = [await planted(), await planted()];
  const before = await tablesHolding(database.db, stays.marker);
  await deleteTeam(gone.owner);
  await removeEndedTeams(database.db, afterGrace());
  expect(await tablesHolding(database.db, stays.marker)).toEqual(before);
});

test("only an owner deletes a team or has it back", async () => {
  const team = await newTeam(database.db);
  await deleteTeam(await team.as("owner"));
  for (const role of ROLES.filter((name) => name !== "owner")) {
    const other = await team.as(role);
    await expect(deleteTeam(other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(restoreTeam(other)).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("in a team that is being deleted nothing is asked", async () => {
  const { owner } = await planted();
  const ending = { ...owner, actor: { ...owner.actor, teamEnding: true } };
  const place = { chatId: newId(), answerId: newId(), parentId: null };
  const asked = startRun(ending, place, {}, async () => () => undefined);
  await expect(asked).rejects.toMatchObject({ code: "team_ending" });
});

test("a hold keeps a team from being deleted, also where it comes later", async () => {
  const { teamId, owner, marker } = await planted();
  const hold = { teamId, id: newId(), scope: "team" as const };
  await database.db.insert(schema.legalHold).values(hold);
  await expect(deleteTeam(owner)).rejects.toMatchObject({ code: "under_hold" });
  const lift = (liftedAt: Date | null) =>
    database.db.update(schema.legalHold).set({ liftedAt }).where(eq(schema.legalHold.id, hold.id));
  await lift(new Date());
  await deleteTeam(owner);
  await lift(null);
  await removeEndedTeams(database.db, afterGrace());
  expect(await tablesHolding(database.db, marker)).toContain("message");
});
