import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findPerson, markEmailVerified } from "@/db/queries/people";
import { findSessionHolder } from "@/db/queries/sessions";
import { insertSignInIdentity } from "@/db/queries/sign-in-methods";
import { apiKey, audit, mail, person, recoveryCode, signInFailures } from "@/db/schema";
import { beginFactor } from "@/lib/auth/factors/begin-factor";
import { confirmFactor } from "@/lib/auth/factors/confirm-factor";
import { owesCode } from "@/lib/auth/factors/owes-code";
import { beginSignInStep, isStepLive } from "@/lib/auth/factors/sign-in-step";
import { totpCode } from "@/lib/auth/factors/totp";
import { hashPassword } from "@/lib/auth/hash-password";
import { hashToken } from "@/lib/auth/hash-token";
import { placeholderAddress } from "@/lib/auth/placeholder-address";
import { requestLink } from "@/lib/auth/request-link";
import { requireOwnAddress } from "@/lib/auth/require-own-address";
import { resetPassword } from "@/lib/auth/reset-password";
import { signInByLink } from "@/lib/auth/sign-in-by-link";
import { startSession } from "@/lib/auth/start-session";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { createKey } from "@/lib/keys/create-key";
import { sendDueMail } from "@/lib/mail/send-due-mail";
import { addMethod } from "@/lib/sign-in/add-method";
import { enterByMethod } from "@/lib/sign-in/enter-by-method";
import { linkIdentity } from "@/lib/sign-in/link-identity";
import { removeMyWay } from "@/lib/sign-in/remove-my-way";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { makeActor } from "@/tests/support/people";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

/** An account that somebody makes with another's address, and what is left of their hold when its owner comes. */

const BROWSER = "what the owner's browser holds";
const UNCONFIRMED = { code: "address_unconfirmed" };

let server: MailServer;
let database: FreshDatabase;
let account: Context;
let personId: string;
let email: string;
let methodId: string;
beforeAll(async () => {
  server = await startMailServer();
  setTestSecrets();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "wye@example.com";
  database = await freshDatabase();
  const basis = { name: "Acme", kind: "oidc", issuer: "https://id.acme.example", clientId: "wye" } as const;
  const rest = { clientSecret: "secret", domains: ["acme.example"], groupsClaim: null, grants: [] };
  methodId = (await addMethod(asInstance(database.db), { ...basis, ...rest })).id;
});
beforeEach(async () => {
  await database.db.delete(signInFailures);
  await database.db.delete(mail);
  account = await makeActor(database.db, "member");
  personId = account.actor.personId;
  email = (await findPerson(database.db, personId))?.email ?? "";
});
afterAll(async () => {
  await database.drop();
  await server.close();
});

const profile = () => ({ sub: `there ${personId}` });
const enter = () => enterByMethod(database.db, { methodId, profile: profile(), userAgent: null });
const isUnconfirmed = () =>
  database.db.update(person).set({ emailVerifiedAt: null }).where(eq(person.id, personId));

/** A password, a provider, a second factor, a sign-in half-way, a session and a key, from before anybody was asked whose
 *  the address is. */
async function takeHold() {
  await markEmailVerified(database.db, personId);
  await database.db
    .update(person)
    .set({ passwordHash: await hashPassword("chosen by who was first") })
    .where(eq(person.id, personId));
  await linkIdentity(database.db, { methodId, personId, profile: profile(), locale: "en" });
  const { secret } = await beginFactor(account);
  await confirmFactor(account, { code: totpCode(secret, Date.now()), address: "192.0.2.1" });
  const step = await beginSignInStep(database.db, personId);
  const session = await startSession(database.db, personId, null);
  await createKey(account, { name: "first" });
  return { step, session };
}

async function askFor(purpose: "reset" | "link"): Promise<string> {
  await database.db.delete(mail);
  const browserHash = purpose === "link" ? hashToken(BROWSER) : null;
  const asked = { purpose, email, locale: "en", browserHash, callbackUrl: null } as const;
  await requestLink(database.db, asked, { address: "192.0.2.1" });
  server.taken.length = 0;
  await sendDueMail(database.db);
  const token = /\?token=([\w-]+)/.exec(server.taken[0]?.text ?? "")?.[1];
  if (token === undefined) throw new Error("no mail has a link");
  return token;
}
const proofs = {
  "a mailed link": async () => signInByLink(database.db, { token: await askFor("link"), browser: BROWSER }),
  "a new password": async () =>
    resetPassword(database.db, {
      ...{ token: await askFor("reset"), password: "orange lantern tuesday", locale: "en" },
    }),
};

for (const [proof, prove] of Object.entries(proofs)) {
  test(`the first proof of the address, by ${proof}, ends every way in that was there before`, async () => {
    const { step, session } = await takeHold();
    await isUnconfirmed();
    await prove();
    await expect(enter()).rejects.toMatchObject({ code: "sign_in_refused" });
    expect(await owesCode(database.db, personId)).toBe(false);
    const codes = await database.db.select().from(recoveryCode).where(eq(recoveryCode.personId, personId));
    expect(codes).toEqual([]);
    expect(await isStepLive(database.db, step)).toBe(false);
    expect(await findSessionHolder(database.db, session)).toBeNull();
    const [key] = await database.db.select().from(apiKey).where(eq(apiKey.personId, personId));
    expect(key?.revokedAt).toBeInstanceOf(Date);
    const entries = await database.db.select().from(audit).where(eq(audit.target, personId));
    expect(entries.map(({ action }) => action)).toContain("person.reclaim");
    expect((await findPerson(database.db, personId))?.emailVerifiedAt).toBeInstanceOf(Date);
  });

  test(`a later proof, by ${proof}, leaves the owner's other ways and their second factor`, async () => {
    await takeHold();
    await prove();
    expect((await enter()).personId).toBe(personId);
    expect(await owesCode(database.db, personId)).toBe(true);
    const [key] = await database.db.select().from(apiKey).where(eq(apiKey.personId, personId));
    expect(key?.revokedAt).toBeNull();
  });
}

test("nothing is added to an account until its address is confirmed, where mail is sent", async () => {
  await expect(requireOwnAddress(database.db, personId)).rejects.toMatchObject(UNCONFIRMED);
  await expect(beginFactor(account)).rejects.toMatchObject(UNCONFIRMED);
  await markEmailVerified(database.db, personId);
  await requireOwnAddress(database.db, personId);
  await beginFactor(account);
});

test("who has no address of their own, because their provider gives none, is not asked to confirm it", async () => {
  await database.db
    .update(person)
    .set({ email: placeholderAddress(personId, "feishu") })
    .where(eq(person.id, personId));
  await beginFactor(account);
});

test("somebody is told by mail of a way that is added to their account, and of one that is removed", async () => {
  await markEmailVerified(database.db, personId);
  const passwordHash = await hashPassword("chosen by who was first");
  await database.db.update(person).set({ passwordHash }).where(eq(person.id, personId));
  await linkIdentity(database.db, { methodId, personId, profile: profile(), locale: "en" });
  await removeMyWay(account, { methodId, locale: "zh-CN" });
  server.taken.length = 0;
  await sendDueMail(database.db);
  expect(server.taken.map(({ subject }) => subject).sort()).toEqual([
    "A way to sign in to Wye was added",
    "你的 Wye 账号移除了一种登录方式",
  ]);
  expect(server.taken.map(({ to }) => to?.[0]?.address)).toEqual([email, email]);
});

test("a way that somebody added themselves stops no mail to them", async () => {
  await markEmailVerified(database.db, personId);
  await linkIdentity(database.db, { methodId, personId, profile: profile(), locale: "en" });
  expect((await findPerson(database.db, personId))?.passwordHash).toBeNull();
  await askFor("reset");
  await askFor("link");
  await insertSignInIdentity(database.db, { methodId, subjectHash: hashToken(newId()), personId });
  await expect(askFor("link")).rejects.toThrow("no mail has a link");
});
