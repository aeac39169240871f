import { afterEach, beforeEach, expect, test } from "vitest";
import { firstInstanceAdmin } from "@/db/queries/people";
import { listTeams } from "@/db/queries/teams";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { createPerson } from "@/lib/auth/create-person";
import { claimInstance } from "@/lib/setup/claim-instance";
import { ensureOwner } from "@/lib/setup/ensure-owner";
import { ensureSetupState } from "@/lib/setup/setup-state";
import { setupToken } from "@/lib/setup/setup-token";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance } from "@/tests/support/team";

const SECRET = "a secret of more than thirty-two characters";
const PERSON = {
  name: "Ada",
  email: "ada@example.com",
  password: "correct horse battery",
  teamName: "Engine",
};

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const token = async () => setupToken((await ensureSetupState(database.db)).nonce, SECRET);

test("the bearer of the link becomes the first owner", async () => {
  const personId = await claimInstance(database.db, SECRET, { ...PERSON, token: await token() });
  expect(await firstInstanceAdmin(database.db)).toMatchObject({ id: personId, email: PERSON.email });
  expect(await listTeams(database.db)).toMatchObject([{ name: "Engine" }]);
  expect(await checkCredentials(database.db, PERSON, { address: "192.0.2.1" })).toBe(personId);
});

test("the token is the same on every start until it is used", async () => {
  expect(await token()).toBe(await token());
});

test("a wrong token claims nothing", async () => {
  for (const wrong of ["", "x", (await token()).slice(1), setupToken("another nonce", SECRET)]) {
    const claim = claimInstance(database.db, SECRET, { ...PERSON, token: wrong });
    await expect(claim).rejects.toMatchObject({ code: "setup_token_wrong" });
  }
  expect(await listTeams(database.db)).toEqual([]);
});

test("the token works once, and of two at the same moment one wins", async () => {
  const used = await token();
  const claims = await Promise.allSettled(
    [1, 2, 3].map((n) =>
      claimInstance(database.db, SECRET, { ...PERSON, email: `owner${n}@example.com`, token: used }),
    ),
  );
  expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const claim of claims) {
    if (claim.status === "rejected") expect(claim.reason).toMatchObject({ code: "already_set_up" });
  }
  expect(await listTeams(database.db)).toHaveLength(1);
});

test("a claim that cannot be made leaves the link good", async () => {
  const good = await token();
  const short = claimInstance(database.db, SECRET, { ...PERSON, password: "too short", token: good });
  await expect(short).rejects.toMatchObject({ code: "invalid_input", params: { field: "password" } });
  await createPerson(asInstance(database.db), { ...PERSON, name: "Somebody" });
  const taken = claimInstance(database.db, SECRET, { ...PERSON, token: good });
  await expect(taken).rejects.toMatchObject({ code: "conflict" });
  await claimInstance(database.db, SECRET, { ...PERSON, email: "other@example.com", token: good });
});

test("the environment's owner is made once, with a team, and closes the link", async () => {
  const owner = { email: "grace.hopper@example.com", password: "correct horse battery", teamName: "Navy" };
  const open = await token();
  expect(await ensureOwner(database.db, owner)).toBe(true);
  expect(await ensureOwner(database.db, { ...owner, email: "other@example.com" })).toBe(false);
  expect(await firstInstanceAdmin(database.db)).toMatchObject({ email: owner.email, name: "Grace Hopper" });
  expect(await listTeams(database.db)).toMatchObject([{ name: "Navy" }]);
  const claim = claimInstance(database.db, SECRET, { ...PERSON, token: open });
  await expect(claim).rejects.toMatchObject({ code: "already_set_up" });
});

test("the environment's owner may have an account already", async () => {
  const person = await createPerson(asInstance(database.db), PERSON);
  await ensureOwner(database.db, { email: PERSON.email, password: "another password", teamName: "Engine" });
  expect(await firstInstanceAdmin(database.db)).toMatchObject({ id: person.id });
  expect(await checkCredentials(database.db, PERSON, { address: "192.0.2.1" })).toBe(person.id);
});
