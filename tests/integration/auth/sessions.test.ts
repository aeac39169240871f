import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  findSessionHolder,
  listSessionsOf,
  revokeSession,
  revokeSessionsOf,
  touchSession,
} from "@/db/queries/sessions";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { createPerson } from "@/lib/auth/create-person";
import { readSessionId, writeSessionToken } from "@/lib/auth/session-token";
import { startSession } from "@/lib/auth/start-session";
import { addMember } from "@/lib/teams/add-member";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
});
afterAll(() => database.drop());

const ADA = { email: "Ada@Example.com", name: "Ada", password: "correct horse" };

const HOUR_SECONDS = 3600;

const REFUSAL = { code: "wrong_credentials", params: {} };

const signIn = (change: Partial<typeof ADA>) =>
  checkCredentials(database.db, { ...ADA, ...change }, { address: "192.0.2.1" });

test("the right e-mail and password find the person, however the e-mail is capitalised", async () => {
  const { id } = await createPerson(asInstance(database.db), ADA);
  expect(await signIn({ email: " ada@example.COM " })).toBe(id);
});

test("a wrong password and an unknown address are refused alike", async () => {
  await expect(signIn({ password: "wrong horse" })).rejects.toMatchObject(REFUSAL);
  await expect(signIn({ email: "nobody@example.com" })).rejects.toMatchObject(REFUSAL);
});

test("one e-mail makes one account", async () => {
  const again = createPerson(asInstance(database.db), { ...ADA, email: "ada@example.com" });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
});

test("only the instance's administrator makes accounts", async () => {
  const team = await newTeam(database.db);
  const input = { email: "eve@example.com", name: "Eve", password: "correct horse" };
  await expect(createPerson(await team.as("owner"), input)).rejects.toMatchObject({ code: "forbidden" });
  const administrator = await team.as("member", { instanceAdmin: true });
  expect(await createPerson(administrator, input)).toMatchObject({ email: "eve@example.com" });
});

test("an account with a bad e-mail or a short password is not made", async () => {
  const context = asInstance(database.db);
  const input = { email: "bob@example.com", name: "Bob", password: "correct horse" };
  await expect(createPerson(context, { ...input, email: "bob" })).rejects.toMatchObject({
    code: "invalid_input",
    params: { field: "email" },
  });
  await expect(createPerson(context, { ...input, password: "short" })).rejects.toMatchObject({
    code: "invalid_input",
    params: { field: "password" },
  });
});

test("a session holds until it is revoked, and its cookie is then worth nothing", async () => {
  const context = asInstance(database.db);
  const person = await createPerson(context, { ...ADA, email: "session@example.com" });
  const team = await newTeam(database.db, "Railway");
  await addMember(context, { teamId: team.teamId, email: person.email, role: "manager" });

  const sessionId = await startSession(database.db, person.id, "a browser");
  const cookie = await writeSessionToken(sessionId, HOUR_SECONDS);
  expect(await readSessionId(cookie)).toBe(sessionId);
  expect(await findSessionHolder(database.db, sessionId)).toMatchObject({
    person: { id: person.id },
    teams: [{ id: team.teamId, name: "Railway", role: "manager" }],
  });

  await revokeSession(database.db, sessionId);
  expect(await findSessionHolder(database.db, sessionId)).toBeNull();
});

test("a session that nobody uses for the idle days ends, everywhere, and using it again in time keeps it", async () => {
  const person = await createPerson(asInstance(database.db), { ...ADA, email: "idle@example.com" });
  const id = await startSession(database.db, person.id, null);
  const unusedFor = (days: number) =>
    database.db.execute(
      sql`update session set last_seen_at = now() - make_interval(days => ${days}) where id = ${id}`,
    );
  const lives = async () => (await findSessionHolder(database.db, id)) !== null;

  await unusedFor(13);
  expect(await lives()).toBe(true);
  await touchSession(database.db, id);
  await unusedFor(15);
  expect(await lives()).toBe(false);
  expect(await listSessionsOf(database.db, person.id)).toEqual([]);
  expect(await revokeSessionsOf(database.db, person.id, "all")).toBe(0);
});

test("a session ends after its days in all however much it is used, and earlier where its method says so", async () => {
  const person = await createPerson(asInstance(database.db), { ...ADA, email: "total@example.com" });
  const dayOfEnd = async (id: string) => {
    const row = (await listSessionsOf(database.db, person.id)).find((session) => session.id === id);
    return (
      row && Math.round((row.expiresAt.getTime() - row.createdAt.getTime()) / (24 * HOUR_SECONDS * 1000))
    );
  };
  expect(await dayOfEnd(await startSession(database.db, person.id, null, 24 * HOUR_SECONDS))).toBe(1);
  const id = await startSession(database.db, person.id, null);
  expect(await dayOfEnd(id)).toBe(30);
  await database.db.execute(sql`update session set expires_at = now() where id = ${id}`);
  await touchSession(database.db, id);
  expect(await findSessionHolder(database.db, id)).toBeNull();
});

test("a forged, changed or expired cookie names no session", async () => {
  const cookie = await writeSessionToken("a session", HOUR_SECONDS);
  const middle = Math.floor(cookie.length / 2);
  const flipped = cookie[middle] === "A" ? "B" : "A";
  expect(await readSessionId(cookie.slice(0, middle) + flipped + cookie.slice(middle + 1))).toBeNull();
  expect(await readSessionId(await writeSessionToken("a session", -60))).toBeNull();
  expect(await readSessionId("a.b.c")).toBeNull();
  expect(await readSessionId(undefined)).toBeNull();
});

test("a cookie says nothing of the person", async () => {
  const cookie = await writeSessionToken("a-session-id", HOUR_SECONDS);
  const readable = cookie.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
  expect(readable.join("")).not.toContain("a-session-id");
});
