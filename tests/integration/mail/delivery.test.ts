import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countFailedMail, purgeMail } from "@/db/queries/mails";
import { mail } from "@/db/schema";
import { createPerson } from "@/lib/auth/create-person";
import { listOutbox } from "@/lib/mail/list-outbox";
import type { AccountMail } from "@/lib/mail/mail-content";
import { queueMail } from "@/lib/mail/queue-mail";
import { MAX_ATTEMPTS } from "@/lib/mail/retry-seconds";
import { sendDueMail } from "@/lib/mail/send-due-mail";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

const NAME = 'Ada <b onclick="x">Lovelace</b> & co';
const TO_ADA: AccountMail = { to: "ada@example.com", locale: "en", browserHash: null, callbackUrl: null };
const HOUR = 3600;

let server: MailServer;
let database: FreshDatabase;
beforeAll(async () => {
  server = await startMailServer();
  setTestSecrets();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "Wye <wye@example.com>";
  process.env.WYE_LOG_LEVEL = "silent";
  database = await freshDatabase();
  await createPerson(asInstance(database.db), {
    email: "ada@example.com",
    name: NAME,
    password: "long enough",
  });
});
beforeEach(async () => {
  await database.db.delete(mail);
  server.taken.length = 0;
});
afterAll(async () => {
  await database.drop();
  await server.close();
});

const queue = (content: Partial<AccountMail> = {}, seconds = HOUR) =>
  queueMail(database.db, "reset", { ...TO_ADA, ...content }, seconds);
const rows = () => database.db.select().from(mail);
const makeDue = () => database.db.update(mail).set({ nextAt: new Date(0) });

test("a mail arrives in both of its forms, with what a person is called as text", async () => {
  await queue();
  await sendDueMail(database.db);
  expect(server.taken).toHaveLength(1);
  const arrived = server.taken[0];
  expect(arrived).toMatchObject({
    from: { name: "Wye", address: "wye@example.com" },
    to: [{ address: "ada@example.com" }],
    subject: "Set a new password for Wye",
  });
  expect(arrived?.text).toContain(`Hello ${NAME},`);
  expect(arrived?.html).toContain("Hello Ada &lt;b onclick=&quot;x&quot;&gt;Lovelace&lt;/b&gt; &amp; co,");
  const link = /http:\/\/localhost:3000\/reset-password\?token=[\w-]{43}/;
  const inText = link.exec(arrived?.text ?? "")?.[0];
  expect(inText).toBeDefined();
  expect(arrived?.html).toContain(`href="${inText}"`);
});

test("it is written in the language that was asked in", async () => {
  await queue({ locale: "zh-CN" });
  await sendDueMail(database.db);
  expect(server.taken[0]).toMatchObject({ subject: "重设 Wye 密码" });
  expect(server.taken[0]?.html).toContain('<html lang="zh-CN">');
});

test("nothing in the database can be read of it, and once it is sent nothing of it is there", async () => {
  await queue();
  const [waiting] = await rows();
  expect(JSON.stringify(waiting)).not.toContain("ada@");
  await sendDueMail(database.db);
  const [sent] = await rows();
  expect(sent).toMatchObject({ sealed: null, attempts: 1, givenUpAt: null });
  expect(sent?.sentAt).toBeInstanceOf(Date);
});

test("of replicas that look at once each mail is sent by one, once", async () => {
  for (let count = 0; count < 12; count++) await queue();
  await Promise.all(Array.from({ length: 4 }, () => sendDueMail(database.db)));
  await sendDueMail(database.db);
  expect(server.taken).toHaveLength(12);
  expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(12);
});

test.each(["recipient", "data"] as const)(
  "after a 4xx to the %s it waits, and then arrives once",
  async (at) => {
    server.answer({ refuse: 451, at });
    await queue();
    await sendDueMail(database.db);
    expect(server.taken).toHaveLength(0);
    expect(await rows()).toMatchObject([{ attempts: 1, lastFailure: "451", sentAt: null, givenUpAt: null }]);
    expect(await countFailedMail(database.db)).toEqual({ waiting: 1, givenUp: 0 });
    await sendDueMail(database.db);
    expect(server.taken).toHaveLength(0);
    await makeDue();
    await sendDueMail(database.db);
    await makeDue();
    await sendDueMail(database.db);
    expect(server.taken).toHaveLength(1);
    expect(await rows()).toMatchObject([{ attempts: 2, lastFailure: null }]);
  },
);

test("after so many attempts it is given up, which is known, and nothing readable is left", async () => {
  server.answer(...Array.from({ length: MAX_ATTEMPTS }, () => ({ refuse: 421, at: "data" as const })));
  await queue();
  for (let attempt = 0; attempt < MAX_ATTEMPTS + 2; attempt++) {
    await sendDueMail(database.db);
    await makeDue();
  }
  expect(server.taken).toHaveLength(0);
  const [row] = await rows();
  expect(row).toMatchObject({ attempts: MAX_ATTEMPTS, lastFailure: "421", sealed: null, sentAt: null });
  expect(row?.givenUpAt).toBeInstanceOf(Date);
  expect(await countFailedMail(database.db)).toEqual({ waiting: 0, givenUp: 1 });
});

test("an address that the server says does not exist is tried once", async () => {
  const before = server.attempts();
  server.answer({ refuse: 550, at: "recipient" });
  await queue();
  await sendDueMail(database.db);
  await makeDue();
  await sendDueMail(database.db);
  expect(server.attempts()).toBe(before + 1);
  expect(await rows()).toMatchObject([{ attempts: 1, lastFailure: "550", sealed: null }]);
});

test("what is too late to be of use is not sent", async () => {
  await queue({}, 0);
  await sendDueMail(database.db);
  expect(server.taken).toHaveLength(0);
  expect(await rows()).toMatchObject([{ lastFailure: "late", sealed: null }]);
});

test("an address that nobody has gets nothing, and leaves nothing", async () => {
  await queue({ to: "nobody@example.com" });
  await sendDueMail(database.db);
  expect(server.taken).toHaveLength(0);
  expect(await rows()).toEqual([]);
});

test("a mail of a transaction that fails is never sent", async () => {
  const failing = database.db.transaction(async (tx) => {
    await queueMail(tx, "reset", TO_ADA, HOUR);
    throw new Error("the change failed");
  });
  await expect(failing).rejects.toThrow("the change failed");
  await sendDueMail(database.db);
  expect(server.taken).toHaveLength(0);
});

test("with a mail server nothing can be read in the outbox", async () => {
  await expect(listOutbox(database.db)).rejects.toMatchObject({ code: "not_found" });
});

test("what became of mail is forgotten after a month", async () => {
  await queue();
  await database.db.update(mail).set({ createdAt: new Date("2020-01-01") });
  await purgeMail(database.db);
  expect(await rows()).toEqual([]);
});
