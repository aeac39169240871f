import { expect, type Page } from "@playwright/test";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { runWye } from "./support/run-wye";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

test.describe.configure({ mode: "serial" });

const PASSWORD = "engines of analysis";
const GRACE = { email: "grace@example.com", password: PASSWORD };
const NOBODY = { cookies: [], origins: [] };
const heading = (page: Page) => page.locator("h1").first();
const member = (page: Page, name: string) => page.getByRole("button", { name: `Manage ${name}` });
const panel = (page: Page) => page.getByRole("dialog");

let link = "";

/** Until the page is alive a click opens nothing. */
async function openMember(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await member(page, name).click();
    await expect(panel(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("groups are made, renamed, deleted and had back", async ({ page }) => {
  await page.goto("/people");
  await page.getByRole("navigation", { name: "People" }).getByRole("link", { name: "Groups" }).click();
  await expect(page.getByText("There are no groups yet")).toBeVisible();
  for (const name of ["Physics", "Chemistry"]) {
    await page.getByLabel("New group").fill(name);
    await page.getByRole("button", { name: "Create group" }).click();
    await expect(page.getByRole("link", { name: `Show members of ${name}` })).toBeVisible();
  }
  await page.getByLabel("New group").fill("physics");
  await page.getByRole("button", { name: "Create group" }).click();
  await expect(page.getByText("Another group has this name.")).toBeVisible();
  await page.getByRole("button", { name: "Rename: Chemistry" }).click();
  await page.getByLabel("New name of Chemistry").fill("Biology");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Delete: Biology" }).click();
  await expect(page.getByRole("link", { name: "Show members of Biology" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Show members of Biology" })).toBeVisible();
});

test("a link is shown once, and lets a new person in as what it says", async ({ page, browser, wye }) => {
  await page.goto("/people/invitations");
  await expect(page.getByText("This server sends no mail: pass each link on yourself.")).toBeVisible();
  await choose(page, "Group", "Physics");
  await page.getByRole("button", { name: "Make a link" }).click();
  link = await page.getByLabel("Invitation link").inputValue();
  expect(link).toContain("/invite/");
  await expect(page.getByText("0 of 1 used")).toBeVisible();

  const context = await browser.newContext({ baseURL: wye.url, storageState: NOBODY });
  const guest = await context.newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "Join Platform" })).toBeVisible();
  await expect(guest.getByText("in the group Physics")).toBeVisible();
  await guest.getByLabel("Your name").fill("Grace Hopper");
  await guest.getByLabel("E-mail").fill(GRACE.email);
  await guest.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await guest.getByRole("button", { name: "Make an account and join" }).click();
  await expect(guest.getByLabel("Your message")).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByText("This invitation is not valid, or not any more.")).toBeVisible();
  await context.close();

  await page.reload();
  await expect(page.getByText("1 of 1 used")).toBeVisible();
  expect(await page.content()).not.toContain(link.slice(-20));
});

test("one that is revoked lets nobody in", async ({ page }) => {
  await page.goto("/people/invitations");
  await expect(async () => {
    await page.getByRole("radio", { name: "One e-mail address" }).check({ timeout: 2_000 });
    await expect(page.getByLabel("E-mail", { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByLabel("E-mail", { exact: true }).fill("ada@example.com");
  await page.getByRole("button", { name: "Make a link" }).click();
  const other = await page.getByLabel("Invitation link").inputValue();
  await page.getByRole("button", { name: "Revoke the invitation for ada@example.com" }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  await page.goto(other);
  await expect(page.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
});

test("a role is changed and taken back, and a group gets its manager", async ({ page }) => {
  await page.goto("/people");
  await page.getByLabel("Search by name or e-mail").fill("grace@");
  await expect(page).toHaveURL(/search=grace/);
  await expect(page.getByRole("status").filter({ hasText: "1 member" })).toBeVisible();
  await openMember(page, "Grace Hopper");
  await choose(page, "Role", "Billing");
  await expect(page.getByText("Grace Hopper is now Billing")).toBeVisible();
  await choose(page, "Role", "Member");
  await expect(page.getByText("Grace Hopper is now Member")).toBeVisible();
  await choose(page, "Role", "Manager");
  await panel(page).getByRole("checkbox", { name: "Manages Physics" }).click();
  await expect(panel(page).getByRole("checkbox", { name: "Manages Physics" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Physics (manager)")).toBeVisible();
});

test("a manager sees their own group and what they may do there", async ({ browser, wye }) => {
  const context = await browser.newContext({ baseURL: wye.url, storageState: NOBODY });
  const page = await context.newPage();
  await signIn(page, GRACE);
  await page.getByRole("navigation").getByRole("link", { name: "People" }).click();
  await expect(page.getByRole("list", { name: "Members" }).getByRole("listitem")).toHaveCount(1);
  await page.getByLabel("E-mail of a member of Platform").fill("owner@example.com");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("list", { name: "Members" }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Invitations" })).toHaveCount(0);
  await page.goto("/people/invitations");
  await expect(page.getByRole("heading", { name: "This page is not open to you" })).toBeVisible();
  await context.close();
});

test("who is suspended loses an open answer and everything else at once, and gets it back", async ({
  page,
  browser,
  wye,
  upstream,
}) => {
  const held = Promise.withResolvers<void>();
  upstream.script("gpt-4o-mini", {
    text: "one two three four five six seven eight nine ten",
    hold: { afterTokens: 4, released: held.promise },
  });
  const context = await browser.newContext({ baseURL: wye.url, storageState: NOBODY });
  const theirs = await context.newPage();
  await signIn(theirs, GRACE);
  const chat = new ChatPage(theirs);
  await chat.choose("openai/gpt-4o-mini");
  await chat.ask("Count, please");
  const said = theirs.getByRole("paragraph").filter({ hasText: "one two three" });
  await expect(said).toBeVisible();
  const address = theirs.url();

  await page.goto("/people?search=grace");
  await openMember(page, "Grace Hopper");
  await panel(page).getByRole("button", { name: "Suspend" }).click();
  await expect(panel(page).getByRole("button", { name: "Restore access" })).toBeVisible();
  expect((await theirs.request.get("/api/chats")).status()).toBe(401);
  await theirs.reload();
  await expect(theirs.getByText("No team is open to you", { exact: true })).toBeVisible();
  held.resolve();

  await panel(page).getByRole("button", { name: "Restore access" }).click();
  await expect(panel(page).getByRole("button", { name: "Suspend" })).toBeVisible();
  await theirs.goto(address);
  await expect(said).toBeVisible();
  await expect(theirs.getByRole("paragraph").filter({ hasText: "nine ten" })).toHaveCount(0);
  await context.close();
});

test("a removed member is had back by undo, and the only owner cannot step down", async ({ page }) => {
  await page.goto("/people");
  await openMember(page, "Grace Hopper");
  await panel(page).getByRole("button", { name: "Remove", exact: true }).click();
  await expect(member(page, "Grace Hopper")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(member(page, "Grace Hopper")).toBeVisible();
  await page.locator("main li button").filter({ hasText: "owner@example.com" }).click();
  await panel(page).getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: "Member", exact: true }).click();
  await expect(panel(page).getByText("A team keeps at least one owner who can sign in.")).toBeVisible();
});

test("teams are one key away, and a personal space is made there", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Your message").focus();
  await page.keyboard.press("Alt+t");
  const switcher = page.getByRole("dialog", { name: "Switch team" });
  await switcher.getByPlaceholder("Search teams").fill("personal");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Switch team: Personal space of/ })).toBeVisible();
  await page.keyboard.press("Alt+t");
  await switcher.getByPlaceholder("Search teams").fill("platf");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Switch team: Platform" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Switch team: Platform" })).toBeVisible();
});

test("a request for a team that is closed to the person is refused, and not served in another", async ({
  page,
  wye,
}) => {
  const elsewhere = "0198c0de-0000-7000-8000-000000000000";
  await page.context().addCookies([{ name: "wye-team", value: elsewhere, url: wye.url }]);
  const refused = await page.request.get("/api/chats");
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ error: { code: "team_closed" } });
  await page.goto("/");
  await expect(page.getByRole("button", { name: /^Switch team/ })).toBeVisible();
  await expect.poll(async () => (await page.request.get("/api/chats")).status()).toBe(200);
});

test("a list is imported after it was shown what it does, and its links are saved", async ({ page }) => {
  await page.goto("/people");
  await page.getByRole("navigation", { name: "People" }).getByRole("link", { name: "Import" }).click();
  const file = (text: string) => ({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByLabel("CSV file").setInputFiles(file("name,who\nAda,ada\n"));
  await expect(page.getByText("The first line names no column “email”.")).toBeVisible();
  const good = "email,role,group\ngrace@example.com,member,Biology\nnew@example.com,guest,Physics\n";
  await page.getByLabel("CSV file").setInputFiles(file(`${good}nobody,king,\n`));
  await expect(page.getByText("1 line cannot be done.")).toBeVisible();
  await expect(page.getByText("Manager becomes Member · group Biology")).toBeVisible();
  await page.getByRole("button", { name: "Choose another file" }).click();
  await page.getByLabel("CSV file").setInputFiles(file(good));
  await page.getByRole("button", { name: "Do 2 lines" }).click();
  await expect(page.getByText("1 person invited, 1 member changed.")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the links as a file" }).click();
  expect((await download).suggestedFilename()).toBe("invitations.csv");
});

test("looks", async ({ browser, ownerState, wye, page }) => {
  test.setTimeout(600_000);
  for (const nth of [1, 2, 3, 4, 5, 6]) {
    const email = `person-${nth}@example.com`;
    const name =
      nth === 1 ? "A person whose name is longer than most names that one comes across" : `Person ${nth}`;
    await runWye(wye, "user", "create", "--email", email, "--password", PASSWORD, "--name", name);
    await runWye(wye, "team", "add-member", "--email", email, "--role", nth % 2 === 0 ? "guest" : "billing");
  }
  await page.goto("/people/invitations");
  await page.getByRole("button", { name: "Make a link" }).click();
  const open = new URL(await page.getByLabel("Invitation link").inputValue()).pathname;
  await inspect(browser, wye.url, ownerState, [
    { name: "people", path: "/people", ready: (page) => page.locator("main li").first() },
    {
      name: "people-member",
      path: "/people?search=grace",
      ready: (page) => page.locator("main li").first(),
      prepare: async (page) => {
        await expect(async () => {
          await page.locator("main li button").first().click();
          await expect(panel(page)).toBeVisible({ timeout: 2_000 });
        }).toPass();
      },
    },
    {
      name: "people-none",
      path: "/people?search=nobody-like-it",
      ready: (page) => page.locator("h2").first(),
    },
    { name: "people-groups", path: "/people/groups", ready: (page) => page.locator("main li").first() },
    {
      name: "people-invitations",
      path: "/people/invitations",
      ready: (page) => page.locator("main li").first(),
    },
    {
      name: "people-import",
      path: "/people/import",
      ready: heading,
      prepare: async (page) => {
        const lines =
          "email,role,group\ngrace@example.com,billing,\nanother@example.com,,Physics\nnobody,,\n";
        const buffer = Buffer.from(lines);
        await expect(async () => {
          await page.locator("input[type=file]").setInputFiles([]);
          await page
            .locator("input[type=file]")
            .setInputFiles({ name: "l.csv", mimeType: "text/csv", buffer });
          await expect(page.getByRole("table")).toBeVisible({ timeout: 3_000 });
        }).toPass();
      },
    },
    { name: "people-roles", path: "/people/roles", ready: (page) => page.getByRole("table") },
    { name: "invite-signed-in", path: open, ready: heading },
    {
      name: "team-switcher",
      path: "/usage",
      ready: heading,
      prepare: async (page) => {
        await page.keyboard.press("Alt+t");
        await expect(panel(page)).toBeVisible();
      },
    },
  ]);
  await inspect(browser, wye.url, NOBODY, [
    { name: "invite-new", path: open, ready: (page) => page.locator("form") },
    { name: "invite-invalid", path: new URL(link).pathname, ready: heading },
  ]);
});
