import type { IncomingMessage } from "node:http";
import { eq } from "drizzle-orm";
import { type MutableResponse, OAuth2Server } from "oauth2-mock-server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { findSessionHolder } from "@/db/queries/sessions";
import { listOpenSignInMethods } from "@/db/queries/sign-in-methods";
import { replaceRefreshToken, takeDueRefreshes } from "@/db/queries/sign-in-refreshes";
import { findMembership, upsertMembership } from "@/db/queries/teams";
import { signInIdentity, signInMethod } from "@/db/schema";
import { startSession } from "@/lib/auth/start-session";
import { createKey } from "@/lib/keys/create-key";
import { openKey } from "@/lib/keys/open-key";
import { addMethod } from "@/lib/sign-in/add-method";
import { endAccess, endSessions } from "@/lib/sign-in/end-access";
import { enterByMethod } from "@/lib/sign-in/enter-by-method";
import { linkIdentity } from "@/lib/sign-in/link-identity";
import { refreshSignIns } from "@/lib/sign-in/refresh-sign-ins";
import { switchMethod } from "@/lib/sign-in/switch-method";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

const REFRESH = "what the provider gave for later";

let database: FreshDatabase;
let team: TestTeam;
let provider: OAuth2Server;
let methodId: string;
/** What the provider says of who is asked about. */
let claims: Record<string, unknown>;
/** What it does to its answer. */
let answer: (response: MutableResponse, request: IncomingMessage) => void;
let asked: Record<string, unknown>[];
let sub: string;
let count = 0;

beforeAll(async () => {
  setTestSecrets();
  [database, provider] = [await freshDatabase(), new OAuth2Server()];
  await provider.issuer.keys.generate("RS256");
  await provider.start(0, "localhost");
  provider.service.on("beforeTokenSigning", (token) => Object.assign(token.payload, claims));
  provider.service.on("beforeResponse", (response, request) => {
    asked.push(Object(request.body));
    answer(response, request);
  });
});
beforeEach(async () => {
  await database.db.delete(signInMethod);
  team = await newTeam(database.db);
  await team.as("owner");
  sub = `ada${count++}`;
  claims = { sub, aud: "wye", groups: ["staff"] };
  [answer, asked] = [() => undefined, []];
  const { id } = await addMethod(asInstance(database.db), {
    ...{ name: "Acme", kind: "oidc", issuer: provider.issuer.url ?? "", clientId: "wye" },
    ...{ clientSecret: "secret", domains: ["acme.example"], groupsClaim: "groups" },
    grants: [
      { group: "staff", teamId: team.teamId, role: "member" },
      { group: "admins", teamId: team.teamId, role: "administrator" },
    ],
  });
  methodId = id;
});
afterAll(async () => {
  await Promise.all([database.drop(), provider.stop()]);
});

const enter = (refreshToken: string | null = REFRESH) =>
  enterByMethod(database.db, {
    ...{ methodId, userAgent: null, refreshToken },
    profile: { sub, email: `${sub}@acme.example`, email_verified: true, groups: ["staff"] },
  });
const says = (body: object) => (response: MutableResponse) =>
  void Object.assign(response, { statusCode: 400, body: { error: "invalid_grant", ...body } });
const ended = says({});
const gone = says({ error_codes: [50057] });
const roleOf = async (personId: string) =>
  (await findMembership(database.db, team.teamId, personId))?.role ?? null;
const refresh = () => refreshSignIns(database.db, 0);
const live = (...sids: string[]) =>
  Promise.all(sids.map(async (sid) => (await findSessionHolder(database.db, sid)) !== null));

test("who left at the provider loses the team, every session and their keys, without coming back", async () => {
  const { personId, sid } = await enter();
  const member = await team.as("member");
  const own = { ...member, actor: { ...member.actor, personId } };
  const { key: token } = await createKey(own, { name: "mine" });
  const asProgram = () =>
    openKey(database.db, { token, address: "10.1.2.3", scope: "models", requestId: "r" });
  expect((await asProgram()).actor.personId).toBe(personId);
  answer = gone;
  const other = await startSession(database.db, personId, null);
  await refresh();
  expect(asked).toMatchObject([{ grant_type: "refresh_token", refresh_token: REFRESH }]);
  expect(await roleOf(personId)).toBeNull();
  expect(await live(sid, other)).toEqual([false, false]);
  await expect(asProgram()).rejects.toMatchObject({ code: "api_key_invalid" });
  await refresh();
  expect(asked).toHaveLength(1);
});

test.each([
  ["Entra", { error_codes: [50034] }],
  ["Keycloak", { error_description: "User disabled" }],
])("an account that is closed is known by the words of %s", async (_, body) => {
  const { personId } = await enter();
  answer = says(body);
  await refresh();
  expect(await roleOf(personId)).toBeNull();
});

test("who has to sign in again there keeps the team, and what did not begin there", async () => {
  const { personId, sid } = await enter();
  const other = await startSession(database.db, personId, null);
  answer = ended;
  await refresh();
  expect(await roleOf(personId)).toBe("member");
  expect(await live(sid, other)).toEqual([false, true]);
  await refresh();
  expect(asked).toHaveLength(1);
});

test("who has not signed in there for a month since then is taken out, and who has is not", async () => {
  const { personId, sid } = await enter();
  const monthLater = () => database.db.update(signInIdentity).set({ refreshEndedAt: new Date(0) });
  answer = ended;
  await refresh();
  await monthLater();
  expect((await enter()).personId).toBe(personId);
  answer = () => undefined;
  await refresh();
  expect(await roleOf(personId)).toBe("member");
  const other = await startSession(database.db, personId, null);
  await monthLater();
  await refresh();
  expect(await roleOf(personId)).toBeNull();
  expect(await live(sid, other)).toEqual([false, false]);
});

test.each([
  ["gives a new token", "the next one"],
  ["gives none", null],
])("who signs in while an older token is asked with, where that %s, loses nothing", async (_, next) => {
  const { personId } = await enter();
  const [identity] = await takeDueRefreshes(database.db, 0, 1);
  const [method] = await listOpenSignInMethods(database.db);
  if (!identity || !method) throw new RangeError("nobody was due");
  await database.db.update(signInIdentity).set({ refreshedAt: new Date(0) });
  const { sid } = await enter(next);
  for (const end of [endAccess, endSessions]) await end(database.db, method, identity);
  expect(await roleOf(personId)).toBe("member");
  expect(await live(sid)).toEqual([true]);
  const [kept] = await database.db.select().from(signInIdentity);
  expect(kept?.refreshTokenSealed).not.toBeNull();
  const isReplaced = await replaceRefreshToken(database.db, identity, identity.refreshTokenSealed);
  expect(isReplaced).toBe(next === null);
});

test("by a way that somebody added themselves they lose only what began by it", async () => {
  const member = await team.as("member");
  const { personId } = member.actor;
  const own = await startSession(database.db, personId, null);
  await linkIdentity(database.db, { methodId, personId, profile: { sub }, locale: "en" });
  const { sid } = await enter();
  answer = gone;
  await refresh();
  expect(await live(sid, own)).toEqual([false, true]);
  expect(await roleOf(personId)).toBe("member");
});

test("a provider that answers nothing holds nobody up: it is left alone until the next run", async () => {
  const people = [];
  for (let person = 0; person < 30; person++) {
    sub = `away${person}-${count}`;
    people.push(await enter());
  }
  answer = (_, request) => void request.socket.destroy();
  await refresh();
  // Eight are asked at a time, and three of them are enough.
  expect(asked.length).toBeGreaterThanOrEqual(3);
  expect(asked.length).toBeLessThan(30);
  expect(await live(...people.map(({ sid }) => sid))).toEqual(people.map(() => true));
});

test("all who are due are asked in one run, whatever goes wrong with one, and the provider is found once", async () => {
  for (let person = 0; person < 60; person++) {
    sub = `many${person}-${count}`;
    await enter();
  }
  const everybody = { refreshedAt: new Date(0) };
  await database.db.update(signInIdentity).set(everybody);
  const [first] = await database.db.select().from(signInIdentity).limit(1);
  if (!first) throw new RangeError("nobody is there");
  await database.db
    .update(signInIdentity)
    .set({ refreshTokenSealed: "not sealed here" })
    .where(eq(signInIdentity.subjectHash, first.subjectHash));
  const fetches = vi.spyOn(globalThis, "fetch");
  await refreshSignIns(database.db, 60);
  expect(asked).toHaveLength(59);
  expect(fetches.mock.calls.filter(([url]) => String(url).includes("well-known"))).toHaveLength(1);
  fetches.mockRestore();
});

test("whose groups changed has the role of the new ones, and the next question is asked with the next token", async () => {
  const { personId, sid } = await enter();
  claims = { ...claims, groups: ["admins"] };
  answer = ({ body }) => Object.assign(Object(body), { refresh_token: "the next one" });
  await refresh();
  expect(await roleOf(personId)).toBe("administrator");
  expect(await findSessionHolder(database.db, sid)).not.toBeNull();
  claims = { ...claims, groups: [] };
  await refresh();
  expect(asked.at(-1)).toMatchObject({ refresh_token: "the next one" });
  expect(await roleOf(personId)).toBeNull();
});

test.each<[string, (response: MutableResponse) => unknown]>([
  ["a fault of its own", (response) => Object.assign(response, { statusCode: 500, body: {} })],
  [
    "that Wye's secret is wrong",
    (response) => Object.assign(response, { body: { error: "invalid_client" } }),
  ],
  ["nothing of groups", ({ body }) => Object.assign(Object(body), { id_token: undefined })],
])("nobody is a leaver because the provider says %s", async (_, change) => {
  const { personId, sid } = await enter();
  answer = (response) => void change(response);
  await refresh();
  expect(await roleOf(personId)).toBe("member");
  expect(await findSessionHolder(database.db, sid)).not.toBeNull();
});

test.each([
  ["somebody else", () => ({ sub: "mallory", groups: ["admins"] })],
  ["another program", () => ({ aud: "another", groups: ["admins"] })],
  ["another provider", () => ({ iss: "https://evil.example", groups: ["admins"] })],
])("what it says of %s gives nobody a role", async (_, change) => {
  const { personId } = await enter();
  claims = { ...claims, ...change() };
  await refresh();
  expect(await roleOf(personId)).toBe("member");
});

test("nobody is a leaver because a method is switched off", async () => {
  const { personId } = await enter();
  await switchMethod(asInstance(database.db), { methodId, on: false });
  answer = gone;
  await refresh();
  expect(asked).toEqual([]);
  expect(await roleOf(personId)).toBe("member");
});

test("an owner who left is signed out, and the team keeps its owner", async () => {
  const { personId, sid } = await enter();
  await upsertMembership(database.db, { teamId: team.teamId, personId, role: "owner" });
  answer = gone;
  await refresh();
  expect(await roleOf(personId)).toBe("owner");
  expect(await findSessionHolder(database.db, sid)).toBeNull();
});

test("two replicas ask about nobody twice", async () => {
  await enter();
  await Promise.all([refreshSignIns(database.db, 60), refreshSignIns(database.db, 60)]);
  expect(asked).toEqual([]);
  await database.db.update(signInIdentity).set({ refreshedAt: new Date(0) });
  await Promise.all([refreshSignIns(database.db, 60), refreshSignIns(database.db, 60)]);
  expect(asked).toHaveLength(1);
});

test("what the provider gave is sealed, for one person alone", async () => {
  await enter();
  const rows = await database.db.select().from(signInIdentity);
  expect(JSON.stringify(rows)).not.toContain(REFRESH);
  expect(rows[0]?.refreshTokenSealed).toMatch(/^v1\./);
});
