import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deletePastEmailTokens } from "@/db/queries/email-tokens";
import { findPerson } from "@/db/queries/people";
import { findSessionHolder } from "@/db/queries/sessions";
import { audit, emailToken, mail, person, signInFailures } from "@/db/schema";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { createPerson } from "@/lib/auth/create-person";
import { hashToken } from "@/lib/auth/hash-token";
import { isLinkUsable } from "@/lib/auth/is-link-usable";
import { makeDevice } from "@/lib/auth/known-device";
import {
  type LinkRequest,
  MAX_SENT_FOR_PAIR,
  MAX_SENT_TO_ACCOUNT,
  requestLink,
} from "@/lib/auth/request-link";
import { requestVerification } from "@/lib/auth/request-verification";
import { resetPassword } from "@/lib/auth/reset-password";
import { signInByLink } from "@/lib/auth/sign-in-by-link";
import { startSession } from "@/lib/auth/start-session";
import { verifyEmail } from "@/lib/auth/verify-email";
import { newId } from "@/lib/ids";
import { sendDueMail } from "@/lib/mail/send-due-mail";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { makeActor } from "@/tests/support/people";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

const ADDRESS = { address: "192.0.2.1" };
const NEW_PASSWORD = "orange lantern tuesday";
const DEAD = { code: "link_dead" };
const BROWSER = "what the asking browser holds";

let server: MailServer;
let database: FreshDatabase;
let email: string;
let personId: string;
let count = 0;
beforeAll(async () => {
  server = await startMailServer();
  setTestSecrets();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "wye@example.com";
  database = await freshDatabase();
});
beforeEach(async () => {
  await database.db.delete(signInFailures);
  await database.db.delete(mail);
  server.taken.length = 0;
  email = `ada${count++}@example.com`;
  personId = (
    await createPerson(asInstance(database.db), { email, name: "Ada", password: "long ago chosen" })
  ).id;
});
afterAll(async () => {
  await database.drop();
  await server.close();
});

const ask = (change: Partial<LinkRequest> = {}, source: { address: string; device?: string } = ADDRESS) =>
  requestLink(
    database.db,
    { purpose: "reset", email, locale: "en", browserHash: null, callbackUrl: null, ...change },
    source,
  );
/** The link of the newest mail. */
async function linkOf(): Promise<URL> {
  await sendDueMail(database.db);
  const link = /http\S+\?token=\S+/.exec(server.taken.at(-1)?.text ?? "")?.[0];
  if (link === undefined) throw new Error("no mail has a link");
  return new URL(link);
}
const tokenOf = async () => (await linkOf()).searchParams.get("token") ?? "";
const reset = (token: string, password = NEW_PASSWORD) =>
  resetPassword(database.db, { token, password, locale: "en" });
const passes = (password: string) => checkCredentials(database.db, { email, password }, ADDRESS);
const rowsOf = () => database.db.select().from(emailToken).where(eq(emailToken.personId, personId));

test("asking leaves the same whether or not anybody has the address, and answers the same", async () => {
  const traces = [];
  for (const asked of [email, "nobody@example.com"]) {
    await database.db.delete(mail);
    await database.db.delete(signInFailures);
    const answer = await ask({ email: asked });
    const mails = await database.db.select().from(mail);
    const counts = (await database.db.select().from(signInFailures)).map(({ count }) => count);
    const shape = mails.map(({ template, attempts, sentAt }) => ({ template, attempts, sentAt }));
    traces.push({ answer, shape, counts, tokens: (await database.db.select().from(emailToken)).length });
  }
  expect(traces[0]).toEqual(traces[1]);
});

test("a new password ends every session, kills every other link, and is told by mail", async () => {
  const sessions = [
    await startSession(database.db, personId, null),
    await startSession(database.db, personId, null),
  ];
  await ask();
  const first = await tokenOf();
  await ask();
  await reset(await tokenOf());
  expect(await passes(NEW_PASSWORD)).toBe(personId);
  await expect(passes("long ago chosen")).rejects.toMatchObject({ code: "wrong_credentials" });
  for (const id of sessions) expect(await findSessionHolder(database.db, id)).toBeNull();
  await expect(reset(first)).rejects.toMatchObject(DEAD);
  await sendDueMail(database.db);
  expect(server.taken.at(-1)).toMatchObject({ subject: "Your password for Wye was changed" });
  expect((await findPerson(database.db, personId))?.emailVerifiedAt).toBeInstanceOf(Date);
});

test("a link works once, however many bring it at once", async () => {
  await ask();
  const token = await tokenOf();
  const ends = await Promise.allSettled(Array.from({ length: 5 }, () => reset(token)));
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(reset(token)).rejects.toMatchObject(DEAD);
});

test("looking at a link, as programs that scan mail do, does not use it", async () => {
  await ask();
  const token = await tokenOf();
  for (let look = 0; look < 3; look++)
    expect(await isLinkUsable(database.db, "reset", token, undefined)).toBe(true);
  await reset(token);
  expect(await isLinkUsable(database.db, "reset", token, undefined)).toBe(false);
});

test("a password that is refused leaves the link and the old password", async () => {
  await ask();
  const token = await tokenOf();
  await expect(reset(token, "P@ssw0rd1234")).rejects.toMatchObject({ code: "weak_password" });
  await expect(reset(token, `${email}`)).rejects.toMatchObject({ code: "weak_password" });
  expect(await passes("long ago chosen")).toBe(personId);
  await reset(token);
});

test("a link that is past, for something else, or of an address that is no longer theirs is dead", async () => {
  await ask();
  const past = await tokenOf();
  await database.db.update(emailToken).set({ expiresAt: new Date(Date.now() - 1) });
  await expect(reset(past)).rejects.toMatchObject(DEAD);
  await ask();
  const other = await tokenOf();
  await expect(verifyEmail(database.db, personId, other)).rejects.toMatchObject(DEAD);
  await expect(signInByLink(database.db, { token: other, browser: undefined })).rejects.toMatchObject(DEAD);
  await database.db
    .update(person)
    .set({ email: `new-${email}` })
    .where(eq(person.id, personId));
  await expect(reset(other)).rejects.toMatchObject(DEAD);
});

test("nobody who reads the database can make a link of it", async () => {
  await ask();
  const token = await tokenOf();
  const rows = await rowsOf();
  expect(rows.map(({ hash }) => hash)).toEqual([hashToken(token)]);
  await expect(reset(rows[0]?.hash ?? "")).rejects.toMatchObject(DEAD);
});

test("a sign-in link works in the browser that asked and in no other, which does not use it up", async () => {
  await ask({ purpose: "link", browserHash: hashToken(BROWSER), callbackUrl: "/usage" });
  const link = await linkOf();
  expect(link.searchParams.get("callbackUrl")).toBe("/usage");
  const token = link.searchParams.get("token") ?? "";
  for (const browser of [undefined, "", "another", hashToken(BROWSER)]) {
    await expect(signInByLink(database.db, { token, browser })).rejects.toMatchObject(DEAD);
  }
  expect(await signInByLink(database.db, { token, browser: BROWSER })).toEqual({ id: personId, email });
  await expect(signInByLink(database.db, { token, browser: BROWSER })).rejects.toMatchObject(DEAD);
});

test("a link leads nowhere but here, whatever was asked for", async () => {
  for (const callbackUrl of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
    await ask({ purpose: "link", browserHash: hashToken(BROWSER), callbackUrl });
    const link = await linkOf();
    expect(link.origin).toBe("http://localhost:3000");
    expect(link.searchParams.has("callbackUrl")).toBe(false);
  }
});

test("somebody who is suspended gets no link, and one they have is dead", async () => {
  await ask();
  const token = await tokenOf();
  await database.db.update(person).set({ suspendedAt: new Date() }).where(eq(person.id, personId));
  await expect(reset(token)).rejects.toMatchObject(DEAD);
  server.taken.length = 0;
  await ask();
  await sendDueMail(database.db);
  expect(server.taken).toEqual([]);
});

test("a mailbox is not filled, and its owner is not shut out by who tries", async () => {
  for (let time = 0; time < MAX_SENT_FOR_PAIR + 3; time++) await ask();
  expect(await database.db.select().from(mail)).toHaveLength(MAX_SENT_FOR_PAIR);
  for (let from = 0; from < MAX_SENT_TO_ACCOUNT; from++) await ask({}, { address: `198.51.100.${from}` });
  await database.db.delete(mail);
  await ask({}, { address: "203.0.113.1" });
  expect(await database.db.select().from(mail)).toHaveLength(0);
  await ask({}, { address: "203.0.113.1", device: makeDevice(email) });
  expect(await database.db.select().from(mail)).toHaveLength(1);
});

test("a person confirms their own address, and asks in vain once it is", async () => {
  const context = await makeActor(database.db, "member");
  await requestVerification(context, "zh-CN");
  const token = await tokenOf();
  expect(server.taken.at(-1)?.subject).toBe("确认 Wye 邮箱地址");
  const { actor } = context;
  await expect(verifyEmail(database.db, newId(), token)).rejects.toMatchObject(DEAD);
  await verifyEmail(database.db, actor.personId, token);
  expect((await findPerson(database.db, actor.personId))?.emailVerifiedAt).toBeInstanceOf(Date);
  await requestVerification(context, "en");
  expect(await database.db.select().from(mail).where(eq(mail.attempts, 0))).toEqual([]);
  await expect(requestVerification(asInstance(database.db), "en")).rejects.toMatchObject({
    code: "not_found",
  });
});

test("the audit says whose password was set, and holds neither link, password nor address", async () => {
  await ask();
  const token = await tokenOf();
  await reset(token);
  const rows = await database.db.select().from(audit).where(eq(audit.target, personId));
  expect(rows.map(({ action }) => action)).toContain("person.reset-password");
  const text = JSON.stringify(rows);
  for (const secret of [token, hashToken(token), NEW_PASSWORD, email]) expect(text).not.toContain(secret);
});

test("links that were not used are forgotten", async () => {
  await ask();
  await tokenOf();
  await database.db.update(emailToken).set({ expiresAt: new Date(0) });
  await deletePastEmailTokens(database.db);
  expect(await rowsOf()).toEqual([]);
});
