import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findPerson, findPersonByEmail } from "@/db/queries/people";
import { writeSetting } from "@/db/queries/settings";
import { signInMethod } from "@/db/schema";
import { createPerson } from "@/lib/auth/create-person";
import { isPlaceholder } from "@/lib/auth/placeholder-address";
import { composeMail } from "@/lib/mail/compose-mail";
import { REGISTRATION_SETTING } from "@/lib/setup/registration";
import { addMethod } from "@/lib/sign-in/add-method";
import { enterByMethod } from "@/lib/sign-in/enter-by-method";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
let methodId: string;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
});
beforeEach(async () => {
  await database.db.delete(signInMethod);
  const { id } = await addMethod(asInstance(database.db), {
    name: "Feishu",
    kind: "feishu",
    issuer: "https://accounts.feishu.cn",
    clientId: "wye",
    clientSecret: "secret",
    domains: ["acme.example"],
    tenants: ["acme-corp"],
    groupsClaim: null,
    grants: [],
  });
  methodId = id;
});
afterAll(() => database.drop());

const enter = (sub: string, more: Record<string, unknown> = {}) =>
  enterByMethod(database.db, {
    methodId,
    profile: { sub, tenant: "acme-corp", name: "Ada", ...more },
    userAgent: null,
  });
const refused = { code: "sign_in_refused", params: { reason: "unknown" } };

test("somebody of a company that is let in, without an address, has an account that no mail is sent for", async () => {
  const { personId } = await enter("acme-corp:1");
  const person = await findPerson(database.db, personId);
  expect(person).toMatchObject({ name: "Ada", emailVerifiedAt: null, passwordHash: null });
  expect(isPlaceholder(person?.email ?? "")).toBe(true);
  const content = { to: person?.email ?? "", locale: "en", browserHash: null, callbackUrl: null } as const;
  for (const template of ["verify", "reset", "link", "passwordChanged"] as const) {
    expect(await composeMail(database.db, template, content)).toBeNull();
  }
  expect((await enter("acme-corp:1", { email: "new@acme.example", email_verified: true })).personId).toBe(
    personId,
  );
});

test("an address of another domain is not theirs here, and opens nobody's account", async () => {
  const { id } = await createPerson(asInstance(database.db), {
    email: "boss@other.example",
    name: "Boss",
    password: "chosen by hand",
  });
  const { personId } = await enter("acme-corp:2", { email: "boss@other.example", email_verified: true });
  expect(personId).not.toBe(id);
  expect((await findPersonByEmail(database.db, "boss@other.example"))?.id).toBe(id);
});

test.each([
  ["another company", { tenant: "evil-corp" }],
  ["no company", { tenant: undefined }],
  ["a company with a name that begins alike", { tenant: "acme-corp2" }],
])("whoever comes from %s is refused, known or not", async (_, change) => {
  await enter("acme-corp:3");
  await expect(enter("acme-corp:3", change)).rejects.toMatchObject(refused);
  await expect(enter("acme-corp:4", change)).rejects.toMatchObject(refused);
});

test("where only administrators make accounts, a company's people have none by themselves", async () => {
  await writeSetting(database.db, REGISTRATION_SETTING, "closed");
  await expect(enter("acme-corp:5")).rejects.toMatchObject(refused);
  await writeSetting(database.db, REGISTRATION_SETTING, "invitation");
});
