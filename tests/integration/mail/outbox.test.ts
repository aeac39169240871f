import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson } from "@/lib/auth/create-person";
import { listOutbox } from "@/lib/mail/list-outbox";
import { queueMail } from "@/lib/mail/queue-mail";
import { sendDueMail } from "@/lib/mail/send-due-mail";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
beforeAll(async () => {
  setTestSecrets();
  Object.assign(process.env, { NODE_ENV: "development" });
  database = await freshDatabase();
  await createPerson(asInstance(database.db), {
    email: "ada@example.com",
    name: "Ada",
    password: "long enough",
  });
});
afterAll(() => database.drop());

test("on a developer's machine without a mail server, mail is there to be read", async () => {
  const content = { to: "ada@example.com", locale: "en", browserHash: null, callbackUrl: null } as const;
  await queueMail(database.db, "link", content, 3600);
  expect(await listOutbox(database.db)).toEqual([]);
  await sendDueMail(database.db);
  const [shown] = await listOutbox(database.db);
  expect(shown).toMatchObject({ to: "ada@example.com", subject: "Your sign-in link for Wye" });
  expect(shown?.text).toContain("/signin/link?token=");
});
