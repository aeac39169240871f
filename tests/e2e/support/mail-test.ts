import { expect } from "@playwright/test";
import type { Email } from "postal-mime";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { OWNER } from "./owner";
import { test as base } from "./test";

interface WorkerFixtures {
  mailServer: MailServer;
}

/** `test` against a Wye that sends mail to a server of the worker's; no page is signed in. */
export const test = base.extend<object, WorkerFixtures>({
  mailServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a pattern.
    async ({}, use) => {
      const server = await startMailServer();
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  wyeEnv: [
    async ({ mailServer, settings }, use) => {
      await use({
        WYE_OWNER_EMAIL: OWNER.email,
        WYE_OWNER_PASSWORD: OWNER.password,
        SMTP_URL: mailServer.url,
        MAIL_FROM: "Wye <wye@example.com>",
        ...settings,
      });
    },
    { scope: "worker" },
  ],
  storageState: { cookies: [], origins: [] },
});

/** The link of the first mail to somebody that comes after `before` others. */
export async function linkIn(server: MailServer, before: number): Promise<string> {
  await expect.poll(() => server.taken.length).toBeGreaterThan(before);
  return linkOf(server.taken[before]);
}

function linkOf(mail: Email | undefined): string {
  const link = /http\S+\?token=\S+/.exec(mail?.text ?? "")?.[0];
  if (link === undefined) throw new Error("the mail has no link");
  return link;
}
