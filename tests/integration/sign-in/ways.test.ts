import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { OAuth2Server } from "oauth2-mock-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deleteMembership } from "@/db/queries/members";
import { signInIdentity, signInMethod } from "@/db/schema";
import type { Context } from "@/lib/context";
import { addMethod } from "@/lib/sign-in/add-method";
import { checkMethod } from "@/lib/sign-in/check-method";
import { enterByMethod } from "@/lib/sign-in/enter-by-method";
import { linkIdentity } from "@/lib/sign-in/link-identity";
import { listMethods } from "@/lib/sign-in/list-methods";
import { listMyWays } from "@/lib/sign-in/list-my-ways";
import type { MethodInput } from "@/lib/sign-in/method-input";
import { offeredMethods } from "@/lib/sign-in/offered-methods";
import { removeMethod } from "@/lib/sign-in/remove-method";
import { removeMyWay } from "@/lib/sign-in/remove-my-way";
import { restoreMethod } from "@/lib/sign-in/restore-method";
import { switchMethod } from "@/lib/sign-in/switch-method";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
let team: TestTeam;
let provider: OAuth2Server;
let strange: Server;
beforeAll(async () => {
  setTestSecrets();
  [database, provider] = [await freshDatabase(), new OAuth2Server()];
  await provider.issuer.keys.generate("RS256");
  await provider.start(0, "localhost");
  strange = createServer((_request, response) => response.end("<h1>hello</h1>")).listen(0, "localhost");
});
beforeEach(async () => {
  await database.db.delete(signInMethod);
  team = await newTeam(database.db);
});
afterAll(async () => {
  strange.close();
  await Promise.all([database.drop(), provider.stop()]);
});

const add = async (change: Partial<MethodInput> = {}): Promise<string> => {
  const basis = { name: "Acme", kind: "oidc", issuer: provider.issuer.url ?? "", clientId: "wye" } as const;
  const rest = { clientSecret: "secret", domains: ["acme.example"], groupsClaim: null, grants: [] };
  return (await addMethod(asInstance(database.db), { ...basis, ...rest, ...change })).id;
};
const link = (methodId: string, personId: string, profile: Record<string, unknown>) =>
  linkIdentity(database.db, { methodId, personId, profile, locale: "en" });
const remove = (context: Context, methodId: string) => removeMyWay(context, { methodId, locale: "en" });
const enter = (methodId: string, profile: Record<string, unknown>) =>
  enterByMethod(database.db, { methodId, profile, userAgent: null });

test("a provider is asked where it says it is, and what is wrong is told", async () => {
  const context = asInstance(database.db);
  expect(await checkMethod(context, await add())).toBe("reached");
  expect(await checkMethod(context, await add({ issuer: `${provider.issuer.url}/` }))).toBe("misnamed");
  expect(await checkMethod(context, await add({ issuer: "http://localhost:1" }))).toBe("unreachable");
  const { port } = strange.address() as AddressInfo;
  expect(await checkMethod(context, await add({ issuer: `http://localhost:${port}` }))).toBe("strange");
  expect(await checkMethod(context, await add({ kind: "github", issuer: `http://localhost:${port}` }))).toBe(
    "reached",
  );
});

test("one that is switched off or removed lets nobody in until it is back, with whom it knew", async () => {
  const context = asInstance(database.db);
  const methodId = await add();
  const profile = { sub: "grace", email: "grace@acme.example", email_verified: true };
  const { personId } = await enter(methodId, profile);
  const refused = { code: "sign_in_refused" };
  await switchMethod(context, { methodId, on: false });
  expect(await offeredMethods(database.db)).toEqual([]);
  await expect(enter(methodId, profile)).rejects.toMatchObject(refused);
  await expect(switchMethod(context, { methodId, on: false })).rejects.toMatchObject({ code: "not_found" });
  await switchMethod(context, { methodId, on: true });
  await removeMethod(context, methodId);
  expect(await listMethods(context)).toEqual([]);
  await expect(enter(methodId, profile)).rejects.toMatchObject(refused);
  await restoreMethod(context, methodId);
  expect((await enter(methodId, profile)).personId).toBe(personId);
  await expect(restoreMethod(context, methodId)).rejects.toMatchObject({ code: "not_found" });
});

test("only the administrator of the instance switches, checks, removes and restores", async () => {
  const owner = await team.as("owner");
  const methodId = await add();
  for (const refused of [
    switchMethod(owner, { methodId, on: false }),
    checkMethod(owner, methodId),
    removeMethod(owner, methodId),
    restoreMethod(owner, methodId),
  ]) {
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a way is added to who is signed in, whatever its address says, and leads to them afterwards", async () => {
  const [ada, bob] = [await team.as("member"), await team.as("member")];
  const methodId = await add();
  await link(methodId, ada.actor.personId, {
    sub: "ada-there",
    email: "bob@acme.example",
    email_verified: true,
  });
  expect((await enter(methodId, { sub: "ada-there" })).personId).toBe(ada.actor.personId);
  expect(await listMyWays(ada)).toMatchObject({ methods: [{ id: methodId, lastUsedAt: expect.any(Date) }] });
  expect(await listMyWays(bob)).toMatchObject({ methods: [{ id: methodId, lastUsedAt: null }] });
});

test("an identity that is somebody's already is taken from nobody", async () => {
  const [ada, eve] = [await team.as("member"), await team.as("member")];
  const methodId = await add();
  await link(methodId, ada.actor.personId, { sub: "ada-there" });
  await link(methodId, ada.actor.personId, { sub: "ada-there" });
  await expect(link(methodId, eve.actor.personId, { sub: "ada-there" })).rejects.toMatchObject({
    code: "sign_in_refused",
    params: { reason: "taken" },
  });
  expect((await enter(methodId, { sub: "ada-there" })).personId).toBe(ada.actor.personId);
});

test("a way that somebody added themselves gives no role in any team, and takes none", async () => {
  const other = await newTeam(database.db);
  const ada = await team.as("member");
  const grants = [
    { group: "*", teamId: other.teamId, role: "member" as const },
    { group: "staff", teamId: team.teamId, role: "administrator" as const },
  ];
  const methodId = await add({ grants, groupsClaim: "groups" });
  await link(methodId, ada.actor.personId, { sub: "ada-there" });
  await enter(methodId, { sub: "ada-there", groups: ["staff"] });
  const people = await database.db.query.membership?.findMany();
  expect((people ?? []).filter(({ personId }) => personId === ada.actor.personId)).toMatchObject([
    { teamId: team.teamId, role: "member" },
  ]);
});

test("the last way stays, also where two are removed at once", async () => {
  const [one, two] = [await add(), await add()];
  const { personId } = await enter(one, {
    sub: "edsger",
    email: "edsger@acme.example",
    email_verified: true,
  });
  const context = { ...(await team.as("member")) };
  const own = { ...context, actor: { ...context.actor, personId } };
  await expect(remove(own, one)).rejects.toMatchObject({ code: "last_way" });
  await link(two, personId, { sub: "edsger-there" });
  const ends = await Promise.allSettled([remove(own, one), remove(own, two)]);
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(remove(own, crypto.randomUUID())).rejects.toMatchObject({ code: "not_found" });
});

test("a way by which a team knows who belongs to it stays while they are in that team", async () => {
  const grants = [{ group: "*", teamId: team.teamId, role: "member" as const }];
  const [one, two] = [await add({ grants }), await add()];
  const { personId } = await enter(one, {
    sub: "barbara",
    email: "barbara@acme.example",
    email_verified: true,
  });
  await link(two, personId, { sub: "barbara-there" });
  const context = await team.as("member");
  const own = { ...context, actor: { ...context.actor, personId } };
  await expect(remove(own, one)).rejects.toMatchObject({ code: "way_of_team" });
  await remove(own, two);
});

test("a way that somebody added themselves lets nobody in whom the team's own has not heard of for a day", async () => {
  const grants = [{ group: "*", teamId: team.teamId, role: "member" as const }];
  const [company, own] = [await add({ grants }), await add()];
  const profile = { sub: "karen", email: "karen@acme.example", email_verified: true };
  const { personId } = await enter(company, profile);
  await link(own, personId, { sub: "karen-there" });
  const byOwn = () => enter(own, { sub: "karen-there" });
  const change = (row: Partial<typeof signInIdentity.$inferInsert>) =>
    database.db.update(signInIdentity).set(row).where(eq(signInIdentity.methodId, company));
  expect((await byOwn()).personId).toBe(personId);
  await change({ lastUsedAt: new Date(0) });
  const refused = { code: "sign_in_refused", params: { reason: "renew", by: company } };
  await expect(byOwn()).rejects.toMatchObject(refused);
  await enter(company, profile);
  expect((await byOwn()).personId).toBe(personId);
  await change({ lastUsedAt: new Date(0), refreshTokenSealed: "what the provider is asked with" });
  expect((await byOwn()).personId).toBe(personId);
  await change({ refreshTokenSealed: null });
  await switchMethod(asInstance(database.db), { methodId: company, on: false });
  expect((await byOwn()).personId).toBe(personId);
  await switchMethod(asInstance(database.db), { methodId: company, on: true });
  await expect(byOwn()).rejects.toMatchObject(refused);
  // Who is in none of its teams has nothing that it could take.
  await deleteMembership(database.db, team.teamId, personId);
  expect((await byOwn()).personId).toBe(personId);
});

test("of two methods that decide of a team, one that was heard from is enough", async () => {
  const grants = [{ group: "*", teamId: team.teamId, role: "member" as const }];
  const [old, current, own] = [await add({ grants }), await add({ grants }), await add()];
  const profile = { email: "radia@acme.example", email_verified: true };
  const { personId } = await enter(old, { sub: "radia-before", ...profile });
  await enter(current, { sub: "radia-now", ...profile });
  await link(own, personId, { sub: "radia-there" });
  await database.db
    .update(signInIdentity)
    .set({ lastUsedAt: new Date(0) })
    .where(eq(signInIdentity.methodId, old));
  expect((await enter(own, { sub: "radia-there" })).personId).toBe(personId);
});
