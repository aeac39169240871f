import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findSessionHolder } from "@/db/queries/sessions";
import { person } from "@/db/schema";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { findSubjectKeys } from "@/lib/audit/subject-keys";
import { verifyAudit } from "@/lib/audit/verify-audit";
import { changePassword } from "@/lib/auth/change-password";
import { endMySessions } from "@/lib/auth/end-my-sessions";
import { hashPassword } from "@/lib/auth/hash-password";
import { listMySessions } from "@/lib/auth/list-my-sessions";
import { renameMe } from "@/lib/auth/rename-me";
import { startSession } from "@/lib/auth/start-session";
import { verifyPassword } from "@/lib/auth/verify-password";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { erasePerson } from "@/lib/privacy/erase-person";
import { finishErasures } from "@/lib/privacy/finish-erasures";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { tablesHolding } from "@/tests/support/tables-holding";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const BEFORE = "correct horse";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

async function newPerson(): Promise<Context> {
  const team = await newTeam(database.db);
  await team.as("owner");
  const member = await team.as("member");
  const passwordHash = await hashPassword(BEFORE);
  await database.db.update(person).set({ passwordHash }).where(eq(person.id, member.actor.personId));
  return member;
}

const begin = ({ actor }: Context, userAgent: string | null = null) =>
  startSession(database.db, actor.personId, userAgent);
const lives = async (id: string) => (await findSessionHolder(database.db, id)) !== null;

test("a new password needs the old one, and ends every other session at once", async () => {
  const member = await newPerson();
  const [own, other] = [await begin(member), await begin(member)];
  const change = { before: "wrong", password: "walnut otter sextant 41" };
  await expect(changePassword(member, own, change)).rejects.toMatchObject({ code: "wrong_credentials" });
  const short = { before: BEFORE, password: "short" };
  await expect(changePassword(member, own, short)).rejects.toMatchObject({ code: "invalid_input" });
  expect(await lives(other)).toBe(true);
  await changePassword(member, own, { ...change, before: BEFORE });
  expect([await lives(own), await lives(other)]).toEqual([true, false]);
  const [row] = await database.db.select().from(person).where(eq(person.id, member.actor.personId));
  expect(await verifyPassword("walnut otter sextant 41", row?.passwordHash ?? null)).toBe(true);
});

test("who asks sees their own live sessions by device, and ends one or all others", async () => {
  const [member, stranger] = [await newPerson(), await newPerson()];
  const own = await begin(member, FIREFOX);
  const others = [await begin(member), await begin(member), await begin(member)];
  const foreign = await begin(stranger);
  const listed = await listMySessions(member, own);
  expect(listed.map(({ id }) => id).toSorted()).toEqual([own, ...others].toSorted());
  expect(listed.find(({ id }) => id === own)).toMatchObject({
    ...{ browser: "Firefox", system: "Linux", current: true },
  });
  for (const only of [foreign, newId()]) {
    await expect(endMySessions(member, { only })).rejects.toMatchObject({ code: "not_found" });
  }
  await endMySessions(member, { only: others[0] ?? "" });
  expect(await lives(others[0] ?? "")).toBe(false);
  await endMySessions(member, { except: own });
  expect(await listMySessions(member, own)).toMatchObject([{ id: own }]);
  expect(await lives(foreign)).toBe(true);
});

test("a name that the audit keeps is sealed, and unreadable once its person is erased; the chains verify", async () => {
  const member = await newPerson();
  const { teamId, personId } = member.actor;
  await renameMe(member, "Grace Brewster Hopper");
  expect(await tablesHolding(database.db, "Brewster")).toEqual(["person"]);
  expect((await findSubjectKeys(database.db, [personId])).get(personId)).toBeInstanceOf(Buffer);
  await erasePerson({ ...member, origin: { via: "web", address: "192.0.2.7" } }, personId);
  await finishErasures(database.db);
  expect((await findSubjectKeys(database.db, [personId])).get(personId)).toBeNull();
  expect(await tablesHolding(database.db, "Brewster")).toEqual([]);
  expect(await tablesHolding(database.db, "192.0.2.7")).toEqual([]);
  for (const id of [teamId, INSTANCE_TEAM_ID]) {
    expect(await verifyAudit(asInstance(database.db), id)).toMatchObject({ ok: true });
  }
  const entries = await database.db.execute(
    sql`select action from audit where target = ${personId} and team_id = ${INSTANCE_TEAM_ID} order by seq`,
  );
  expect(entries.map(({ action }) => action)).toEqual(["person.rename", "person.erase", "person.erased"]);
});
