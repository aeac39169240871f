import { expect, type Page } from "@playwright/test";
import { runLauncher } from "@/tests/integration/cli/run-command";
import type { MailServer } from "@/tests/support/mail-server";
import { inspect } from "./support/inspect";
import { test } from "./support/mail-test";
import { OWNER } from "./support/owner";

test.describe.configure({ mode: "serial" });
test.use({ settings: { WYE_TEAM_NAME: OWNER.teamName } });

const NOBODY = { cookies: [], origins: [] };
const row = (page: Page, email: string) => page.locator("main li").filter({ hasText: email });

/** The link of the mail to somebody that comes after `before` others. */
async function invitationIn(server: MailServer, before: number): Promise<string> {
  await expect.poll(() => server.taken.length).toBeGreaterThan(before);
  const link = /http\S+\/invite\/\S+/.exec(server.taken[before]?.text ?? "")?.[0];
  if (link === undefined) throw new Error("the mail has no link");
  return link;
}

async function inviteByMail(page: Page, email: string, language = "English"): Promise<void> {
  await expect(async () => {
    await page.getByRole("radio", { name: "One e-mail address" }).check({ timeout: 2_000 });
    await expect(page.getByLabel("E-mail", { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("combobox", { name: "Language of the mail" }).click();
  await page.getByRole("option", { name: language }).click();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The mail is on its way", { exact: true })).toBeVisible();
}

test("whoever is invited by mail joins by its link", async ({ browser, wye, ownerState, mailServer }) => {
  const context = await browser.newContext({ baseURL: wye.url, storageState: ownerState });
  const page = await context.newPage();
  await page.goto("/people/invitations");
  await expect(page.getByText("An invitation for one address is mailed to it.")).toBeVisible();
  const before = mailServer.taken.length;
  await inviteByMail(page, "lin@example.com", "简体中文");
  const link = await invitationIn(mailServer, before);
  expect(mailServer.taken[before]?.html).toContain('<html lang="zh-CN">');
  expect(new URL(link).origin).toBe(wye.url);
  await page.reload();
  await expect(row(page, "lin@example.com")).toContainText("Mail sent");

  const other = await browser.newContext({ baseURL: wye.url, storageState: NOBODY });
  const guest = await other.newPage();
  await guest.goto(link);
  await expect(guest.getByLabel("E-mail")).toHaveValue("lin@example.com");
  await guest.getByLabel("Your name").fill("Lin");
  await guest.getByLabel("Password", { exact: true }).fill("orange lantern tuesday");
  await guest.getByRole("button", { name: "Make an account and join" }).click();
  await expect(guest.getByLabel("Your message")).toBeVisible();
  await other.close();
  await page.reload();
  await expect(row(page, "lin@example.com")).toContainText("Used up");
  await context.close();
});

test("one whose address is refused says so, and is sent again with a new link", async ({
  browser,
  wye,
  ownerState,
  mailServer,
}) => {
  const context = await browser.newContext({ baseURL: wye.url, storageState: ownerState });
  const page = await context.newPage();
  await page.goto("/people/invitations");
  mailServer.answer({ refuse: 550, at: "recipient" });
  const begun = mailServer.attempts();
  const before = mailServer.taken.length;
  await inviteByMail(page, "moved@example.com");
  await expect.poll(() => mailServer.attempts()).toBe(begun + 1);
  await expect(async () => {
    await page.reload();
    await expect(row(page, "moved@example.com")).toContainText("Mail refused or given up (550)", {
      timeout: 2_000,
    });
  }).toPass();
  const again = page.getByRole("button", { name: "Send again: the mail to moved@example.com" });
  await again.click();
  await expect(page.getByText("On its way again, with a new link.")).toBeVisible();
  const link = await invitationIn(mailServer, before);
  expect((await page.goto(link))?.status()).toBe(200);
  await expect(page.getByText("This invitation is for moved@example.com.")).toBeVisible();
  await page.goto("/people/invitations");
  await again.click();
  await expect(page.getByText("Too many attempts in a short time.")).toBeVisible();
  await context.close();
});

test("an import and the command line mail too", async ({ browser, wye, ownerState, mailServer }) => {
  const before = mailServer.taken.length;
  const context = await browser.newContext({ baseURL: wye.url, storageState: ownerState });
  const page = await context.newPage();
  await page.goto("/people/import");
  await expect(page.getByText("Whoever is no member yet is invited by mail.")).toBeVisible();
  const buffer = Buffer.from("email,role\nyu@example.com,guest\n");
  await expect(async () => {
    await page.locator("input[type=file]").setInputFiles([]);
    await page.locator("input[type=file]").setInputFiles({ name: "l.csv", mimeType: "text/csv", buffer });
    await expect(page.getByRole("table")).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.getByRole("button", { name: "Do 1 line" }).click();
  await expect(page.getByText("The mails are on their way")).toBeVisible();
  await invitationIn(mailServer, before);
  await context.close();
  const mailing = { WYE_DATA_DIR: wye.dataDir, SMTP_URL: mailServer.url, MAIL_FROM: "wye@example.com" };
  const args = ["invite", "create", "--email", "cli@example.com", "--language", "zh-CN"];
  const made = await runLauncher(mailing, args);
  expect(made.stdout).toContain("/invite/");
  expect(made.stderr).toContain("It is mailed to cli@example.com by the server");
  await expect.poll(() => mailServer.taken.at(-1)?.to?.[0]?.address).toBe("cli@example.com");
  expect(mailServer.taken.at(-1)?.html).toContain('<html lang="zh-CN">');
});

test("looks", async ({ browser, wye, ownerState, mailServer }) => {
  test.setTimeout(300_000);
  const mail = mailServer.taken.find(({ to }) => to?.[0]?.address === "lin@example.com");
  for (const [name, width] of Object.entries({ desktop: 1000, phone: 390 })) {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    await page.setContent(mail?.html ?? "");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.screenshot({ path: `test-results/screens/invitation-mail-${name}.png` });
    await page.close();
  }
  await inspect(browser, wye.url, ownerState, [
    {
      name: "people-invitations-mail",
      path: "/people/invitations",
      ready: (page) => page.locator("main li").first(),
      prepare: async (page) => {
        await expect(async () => {
          await page.getByRole("radio").nth(1).check({ timeout: 2_000 });
          await expect(page.locator("input[type=email]")).toBeVisible({ timeout: 2_000 });
        }).toPass();
      },
    },
    {
      name: "people-import-mail",
      path: "/people/import",
      ready: (page) => page.locator("h1").first(),
      prepare: async (page) => {
        const buffer = Buffer.from("email,role\nanother@example.com,guest\n");
        await expect(async () => {
          await page.locator("input[type=file]").setInputFiles([]);
          await page
            .locator("input[type=file]")
            .setInputFiles({ name: "l.csv", mimeType: "text/csv", buffer });
          await expect(page.getByRole("table")).toBeVisible({ timeout: 3_000 });
        }).toPass();
      },
    },
  ]);
});
