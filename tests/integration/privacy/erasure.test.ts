import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removePersonRows } from "@/db/queries/erasure";
import { sumLedger } from "@/db/queries/ledgers";
import { findPeople } from "@/db/queries/people";
import { findMembership } from "@/db/queries/teams";
import { chat, legalHold, person, run, session, team } from "@/db/schema";
import { hashPassword } from "@/lib/auth/hash-password";
import { placeholderAddress } from "@/lib/auth/placeholder-address";
import { backgroundIdle } from "@/lib/background";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { eraseMe } from "@/lib/privacy/erase-me";
import { erasePerson } from "@/lib/privacy/erase-person";
import { finishErasures } from "@/lib/privacy/finish-erasures";
import { removeEndedTeams } from "@/lib/teams/remove-ended-teams";
import { chainHolds } from "@/tests/support/chain-holds";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { plantContent } from "@/tests/support/plant-content";
import { tablesHolding } from "@/tests/support/tables-holding";
import { asInstance, newMember, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
});
afterAll(async () => {
  await backgroundIdle();
  await database.drop();
});

const newMarker = () => `marker${randomUUID().replaceAll("-", "")}`;

/** A member with content in a team that has an owner. */
async function planted(options?: { open: boolean }): Promise<{ member: Context; marker: string }> {
  const team = await newTeam(database.db);
  await team.as("owner");
  const member = await team.as("member");
  const marker = newMarker();
  await plantContent(member, marker, options);
  return { member, marker };
}

const erase = (context: Context) => erasePerson(context, context.actor.personId);

test("after an erasure no table holds the person's name, e-mail or any text of theirs; costs and chains are as before", async () => {
  const { member, marker } = await planted();
  const { teamId, personId } = member.actor;
  expect(await tablesHolding(database.db, marker)).toEqual(
    expect.arrayContaining(["chat", "draft", "message", "person", "run_event", "session"]),
  );
  const sums = await sumLedger(database.db, { teamId });
  await erase(member);
  await finishErasures(database.db);
  expect(await tablesHolding(database.db, marker)).toEqual([]);
  expect(await tablesHolding(database.db, personId)).toEqual(["audit", "ledger", "person_key"]);
  expect(await sumLedger(database.db, { teamId })).toEqual(sums);
  expect(await sumLedger(database.db, { teamId, personId })).toEqual(sums);
  expect(await chainHolds(member)).toBe(true);
});

test("who is erased has no name, no session and no team at once, before their content is removed", async () => {
  const { member, marker } = await planted();
  const { teamId, personId } = member.actor;
  await erase(member);
  expect(await findPeople(database.db, [personId])).toEqual([]);
  expect(await findMembership(database.db, teamId, personId)).toBeNull();
  expect(await database.db.select().from(session).where(eq(session.personId, personId))).toEqual([]);
  expect(await tablesHolding(database.db, `${marker}@example.com`)).toEqual([]);
  await finishErasures(database.db);
});

test("an erasure that was killed half way goes on, and is done once", async () => {
  const { member, marker } = await planted();
  await erase(member);
  for (let step = 0; step < 3; step++) await removePersonRows(database.db, member.actor.personId, 1);
  expect(await tablesHolding(database.db, marker)).not.toEqual([]);
  await Promise.all([finishErasures(database.db), finishErasures(database.db)]);
  await finishErasures(database.db);
  expect(await tablesHolding(database.db, marker)).toEqual([]);
});

test("an answer that is being written is stopped and accounted for before its content goes", async () => {
  const { member } = await planted({ open: true });
  const ofPerson = eq(run.personId, member.actor.personId);
  await erase(member);
  await finishErasures(database.db);
  const [writing] = await database.db.select().from(run).where(ofPerson);
  expect(writing?.stopRequestedAt).not.toBeNull();
  expect(await database.db.$count(chat, eq(chat.personId, member.actor.personId))).toBe(1);
  await database.db.update(run).set({ state: "over", endedAt: new Date() }).where(ofPerson);
  await finishErasures(database.db);
  expect(await database.db.$count(chat, eq(chat.personId, member.actor.personId))).toBe(0);
});

test("the only owner of a team with others in it is told which one, and stays as they were", async () => {
  const { teamId, name, as } = await newTeam(database.db);
  const owner = await as("owner");
  await as("member");
  await expect(erase(owner)).rejects.toMatchObject({ code: "only_owner", params: { teams: name } });
  expect(await findMembership(database.db, teamId, owner.actor.personId)).toMatchObject({ role: "owner" });
});

test("of two owners who are erased at once one stays", async () => {
  const { teamId, as } = await newTeam(database.db);
  const owners = [await as("owner"), await as("owner")];
  await as("member");
  const ends = await Promise.allSettled(owners.map(erase));
  expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const left = await Promise.all(
    owners.map(({ actor }) => findMembership(database.db, teamId, actor.personId)),
  );
  expect(left.filter((membership) => membership !== null)).toHaveLength(1);
});

test("a team in which the person was alone goes with them", async () => {
  const { teamId, as } = await newTeam(database.db);
  await erase(await as("owner"));
  await removeEndedTeams(database.db);
  expect(await database.db.$count(team, eq(team.id, teamId))).toBe(0);
});

test.each(["team", "person", "chat"] as const)(
  "a hold on the %s keeps a person from being erased",
  async (scope) => {
    const { member } = await planted();
    const { teamId, personId } = member.actor;
    const [held] = await database.db.select().from(chat).where(eq(chat.personId, personId));
    const subjectId = { team: null, person: personId, chat: held?.id ?? null }[scope];
    const id = newId();
    await database.db.insert(legalHold).values({ teamId, id, scope, subjectId });
    await expect(erase(member)).rejects.toMatchObject({ code: "under_hold" });
    await database.db.update(legalHold).set({ liftedAt: new Date() }).where(eq(legalHold.id, id));
    await erase(member);
  },
);

test("a hold on another person, or in another team, keeps nobody else", async () => {
  const { member } = await planted();
  const { teamId } = member.actor;
  await database.db.insert(legalHold).values({ teamId, id: newId(), scope: "person", subjectId: newId() });
  const other = await newTeam(database.db);
  await database.db.insert(legalHold).values({ teamId: other.teamId, id: newId(), scope: "team" });
  await erase(member);
});

test("nobody erases another but the administrator of the instance", async () => {
  const { member } = await planted();
  const { teamId, personId } = member.actor;
  for (const role of ["owner", "administrator", "member"] as const) {
    const other = await newMember(database.db, teamId, role);
    await expect(erasePerson(other, personId)).rejects.toMatchObject({ code: "forbidden" });
  }
  await erasePerson(asInstance(database.db), personId);
  await expect(erasePerson(asInstance(database.db), personId)).rejects.toMatchObject({ code: "not_found" });
});

test("the only administrator of the instance cannot erase themselves", async () => {
  const team = await newTeam(database.db);
  await team.as("owner");
  const administrator = await team.as("member", { instanceAdmin: true });
  await expect(erase(administrator)).rejects.toMatchObject({ code: "last_administrator" });
  await team.as("member", { instanceAdmin: true });
  await erase(administrator);
});

test("who asks confirms it with their password, their e-mail where they have none, or their name without either", async () => {
  const { member, marker } = await planted();
  await expect(eraseMe(member, "another@example.com")).rejects.toMatchObject({ code: "wrong_credentials" });
  await eraseMe(member, `${marker}@EXAMPLE.com`);
  const second = await planted();
  const passwordHash = await hashPassword("correct horse");
  await database.db.update(person).set({ passwordHash }).where(eq(person.id, second.member.actor.personId));
  await expect(eraseMe(second.member, `${second.marker}@example.com`)).rejects.toMatchObject({
    code: "wrong_credentials",
  });
  await eraseMe(second.member, "correct horse");
  const third = await planted();
  const { personId } = third.member.actor;
  const email = placeholderAddress(personId, "feishu");
  await database.db.update(person).set({ email, name: "Li  Ming 李明" }).where(eq(person.id, personId));
  for (const given of ["Li Ming", `${third.marker}@example.com`, email]) {
    await expect(eraseMe(third.member, given)).rejects.toMatchObject({ code: "wrong_credentials" });
  }
  await eraseMe(third.member, " li ming 李明 ");
});
