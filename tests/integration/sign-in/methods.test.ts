import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findPersonByEmail, markEmailVerified } from "@/db/queries/people";
import { findSessionHolder } from "@/db/queries/sessions";
import { writeSetting } from "@/db/queries/settings";
import { findMembership, upsertMembership } from "@/db/queries/teams";
import { audit, person, signInIdentity, signInMethod } from "@/db/schema";
import { createPerson } from "@/lib/auth/create-person";
import { REGISTRATION_SETTING } from "@/lib/setup/registration";
import { addMethod } from "@/lib/sign-in/add-method";
import { enterByMethod } from "@/lib/sign-in/enter-by-method";
import { listMethods } from "@/lib/sign-in/list-methods";
import type { MethodInput } from "@/lib/sign-in/method-input";
import { openMethods } from "@/lib/sign-in/open-methods";
import { removeMethod } from "@/lib/sign-in/remove-method";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

const SECRET = "what the provider knows Wye by";

let database: FreshDatabase;
let team: TestTeam;
let methodId: string;
let email: string;
let count = 0;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
});
beforeEach(async () => {
  await database.db.delete(signInMethod);
  team = await newTeam(database.db);
  await team.as("owner");
  email = `ada${count++}@acme.example`;
  methodId = await add();
});
afterAll(() => database.drop());

const input = (): MethodInput => ({
  name: "Acme",
  kind: "oidc",
  issuer: "https://id.acme.example",
  clientId: "wye",
  clientSecret: SECRET,
  domains: ["acme.example"],
  groupsClaim: "groups",
  grants: [
    { group: "staff", teamId: team.teamId, role: "member" },
    { group: "admins", teamId: team.teamId, role: "administrator" },
  ],
});
const add = async () => (await addMethod(asInstance(database.db), input())).id;
const enter = (change: Record<string, unknown> = {}) =>
  enterByMethod(database.db, {
    methodId,
    profile: { sub: email, name: "Ada", email, email_verified: true, groups: ["staff"], ...change },
    userAgent: null,
  });
const roleOf = async (personId: string) =>
  (await findMembership(database.db, team.teamId, personId))?.role ?? null;
const refused = (reason: string) => ({ code: "sign_in_refused", params: { reason } });

test("somebody new of a trusted domain has an account, a role and a session of a day", async () => {
  const { personId, sid } = await enter();
  expect(await roleOf(personId)).toBe("member");
  const holder = await findSessionHolder(database.db, sid);
  expect(holder?.person).toMatchObject({ id: personId, email, name: "Ada", passwordHash: null });
  expect((await enter({ email: "changed@elsewhere.example" })).personId).toBe(personId);
});

test.each([
  ["of another domain", { email: "ada@other.example" }],
  ["of a domain that only ends alike", { email: "ada@not-acme.example" }],
  ["of a domain below", { email: "ada@sub.acme.example" }],
  ["whose address is not verified", { email_verified: false }],
  ["without an address", { email: undefined }],
])("nobody is made of who is %s", async (_, change) => {
  await expect(enter({ sub: "stranger", ...change })).rejects.toMatchObject(refused("unknown"));
  expect(await findPersonByEmail(database.db, "ada@other.example")).toBeNull();
});

test("where only administrators make accounts, a provider makes none, and lets in who has one", async () => {
  await writeSetting(database.db, REGISTRATION_SETTING, "closed");
  await expect(enter()).rejects.toMatchObject(refused("unknown"));
  const { id } = await createPerson(asInstance(database.db), {
    email,
    name: "Ada",
    password: "chosen by hand",
  });
  await markEmailVerified(database.db, id);
  expect((await enter()).personId).toBe(id);
  await writeSetting(database.db, REGISTRATION_SETTING, "invitation");
});

test("an account is theirs who confirmed its address, and nobody else's however they are called there", async () => {
  const { id } = await createPerson(asInstance(database.db), {
    email,
    name: "Ada",
    password: "chosen by hand",
  });
  await expect(enter()).rejects.toMatchObject(refused("unconfirmed"));
  expect(await database.db.select().from(signInIdentity).where(eq(signInIdentity.personId, id))).toEqual([]);
  await markEmailVerified(database.db, id);
  await expect(enter({ email_verified: false })).rejects.toMatchObject(refused("unknown"));
  expect((await enter()).personId).toBe(id);
});

test("who comes first twice at once is one person", async () => {
  const ends = await Promise.allSettled([enter(), enter(), enter()]);
  const people = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value.personId] : []));
  expect(new Set(people).size).toBe(1);
  const rows = await database.db.select().from(person).where(eq(person.email, email));
  expect(rows).toHaveLength(1);
});

test("a role follows the groups, and a leaver loses the team at the next sign-in", async () => {
  const { personId, sid } = await enter({ groups: ["admins", "staff"] });
  expect(await roleOf(personId)).toBe("administrator");
  await enter({ groups: ["staff"] });
  expect(await roleOf(personId)).toBe("member");
  await enter({ groups: [] });
  expect(await roleOf(personId)).toBeNull();
  expect((await findSessionHolder(database.db, sid))?.teams).toEqual([]);
  await enter({ groups: "staff" });
  expect(await roleOf(personId)).toBe("member");
});

test("an owner stays one, and teams that no grant names are nobody's affair", async () => {
  const other = await newTeam(database.db);
  const { personId } = await enter();
  await upsertMembership(database.db, { teamId: team.teamId, personId, role: "owner" });
  await upsertMembership(database.db, { teamId: other.teamId, personId, role: "billing" });
  await enter({ groups: [] });
  expect(await roleOf(personId)).toBe("owner");
  expect(await findMembership(database.db, other.teamId, personId)).toMatchObject({ role: "billing" });
});

test("somebody who is suspended is not let in, and nobody is by a method that is gone", async () => {
  const { personId } = await enter();
  await database.db.update(person).set({ suspendedAt: new Date() }).where(eq(person.id, personId));
  await expect(enter()).rejects.toMatchObject(refused("unknown"));
  await removeMethod(asInstance(database.db), methodId);
  await expect(enter({ sub: "another" })).rejects.toMatchObject(refused("unknown"));
});

test("the same subject at another provider is another person", async () => {
  const first = await enter();
  methodId = await add();
  const second = enter({ email: `other-${email}` });
  expect((await second).personId).not.toBe(first.personId);
});

test("a secret is sealed, opens for sign-in alone, and is in no list and no audit", async () => {
  const [row] = await database.db.select().from(signInMethod);
  expect(JSON.stringify(row)).not.toContain(SECRET);
  expect(await openMethods(database.db)).toMatchObject([{ id: methodId, clientSecret: SECRET }]);
  const listed = await listMethods(asInstance(database.db));
  expect(listed).toMatchObject([{ callbackUrl: `http://localhost:3000/api/auth/callback/${methodId}` }]);
  expect(JSON.stringify(listed)).not.toContain("ecret");
  const audited = await database.db.select().from(audit).where(eq(audit.target, methodId));
  expect(audited.map(({ action }) => action)).toEqual(["sign-in-method.add"]);
  expect(JSON.stringify(audited)).not.toContain(SECRET);
});

test("only the administrator of the instance sets methods, and grants only in teams that are there", async () => {
  const owner = await team.as("owner");
  await expect(addMethod(owner, input())).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeMethod(owner, methodId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listMethods(owner)).rejects.toMatchObject({ code: "forbidden" });
  const elsewhere = {
    ...input(),
    grants: [{ group: "a", teamId: crypto.randomUUID(), role: "member" as const }],
  };
  await expect(addMethod(asInstance(database.db), elsewhere)).rejects.toMatchObject({ code: "not_found" });
});
