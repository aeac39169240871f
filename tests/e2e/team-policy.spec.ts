import { expect, type Page } from "@playwright/test";
import { inspect } from "./support/inspect";
import { newMember } from "./support/new-member";
import { saved } from "./support/saved";
import { test } from "./support/test";

// A team of its own: what is laid down here holds for everybody in it.
test.use({ models: ["gpt-4o-mini", "plain-1", "plain-2"], settings: { WYE_TEAM_NAME: "Laid down" } });
test.describe.configure({ mode: "serial", timeout: 600_000 });

const BANNER = "Exams begin on Monday. Ask early.";
const TERMS = "Ask about your work, and check what you are told.";

const section = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("a banner stands above every page until it is dismissed, and comes back when its text changes", async ({
  page,
}) => {
  await page.goto("/team");
  const form = section(page, "Banner");
  await form.getByRole("textbox", { name: "English" }).fill(BANNER);
  await form.getByRole("button", { name: "Save the banner" }).click();
  await expect(page.getByText("Everybody sees the banner from their next page on.")).toBeVisible();
  const banner = page.getByRole("region", { name: "Message of the team" });
  await page.goto("/usage");
  await expect(banner).toContainText(BANNER);
  await saved(page, () => banner.getByRole("button", { name: "Dismiss" }).click());
  await expect(banner).toHaveCount(0);
  await page.goto("/");
  await expect(page.getByLabel("Your message")).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test("what a rule closes is not to be chosen, and says why", async ({ page }) => {
  await page.goto("/team/access");
  await expect(page.getByText("Everything is open to everybody")).toBeVisible();
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByRole("combobox", { name: "For" }).click();
  await page.getByRole("option", { name: "Everyone" }).click();
  await page.getByRole("textbox", { name: "Closed" }).fill("openai/*");
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.goto("/");
  await page.getByRole("button", { name: /^Model: / }).click();
  await page.getByPlaceholder("Search models").fill("gpt-4o-mini");
  await expect(page.getByText("Your team does not allow this for your role").first()).toBeVisible();
});

test("a member is told which rules hold for them, what these leave and whom to ask, and comes there from the picker", async ({
  page,
  browser,
  wye,
}) => {
  await page.goto("/team/access");
  await page.getByRole("combobox", { name: "Reasoning" }).click();
  await page.getByRole("option", { name: "Closed" }).click();
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  const member = await newMember(browser, wye, "Curie", "member");
  await member.getByRole("button", { name: /^Model: / }).click();
  const search = member.getByPlaceholder("Search models");
  await expect(member.getByRole("option", { name: /^Reasoning/ })).toContainText(
    "Team, Access says which rules hold for you and whom to ask.",
  );
  await search.fill("gpt-4o-mini");
  const why = member.getByRole("option", { name: /gpt-4o mini/i }).filter({ hasText: "to open it for you" });
  await why.first().click();
  await expect(member.getByRole("heading", { name: "What you may ask" })).toBeVisible();
  const left = section(member, "What is open to you");
  await expect(left).toContainText("Reasoning: closed");
  await expect(left).toContainText("3 connected models can be asked.");
  await expect(left).toContainText(/Closed to you.*openai\/gpt-4o-mini/);
  await expect(left).toContainText("Owner can change this.");
  const rules = section(member, "Rules that speak of you");
  await expect(rules.getByRole("heading", { name: "Everyone" })).toBeVisible();
  await expect(rules).toContainText("openai/*");
  const state = await member.context().storageState();
  await member.context().close();
  await inspect(browser, wye.url, state, [
    {
      ...{ name: "team-access-own", path: "/team/access" },
      ready: (shown) => shown.getByText("openai/*", { exact: true }),
    },
    { name: "team-own", path: "/team", ready: (shown) => shown.getByRole("heading", { level: 1 }) },
  ]);
});

test("looks", async ({ browser, wye, ownerState }) => {
  const ready = (page: Page) => page.getByRole("heading", { level: 1 });
  await inspect(browser, wye.url, ownerState, [
    { name: "team-settings", path: "/team", ready },
    { name: "team-retention", path: "/team/retention", ready },
    { name: "team-access", path: "/team/access", ready },
  ]);
});

test("who has not accepted the terms asks nothing, and who declined may still accept", async ({
  page,
  browser,
  wye,
}) => {
  const member = await newMember(browser, wye, "Noether", "member");
  await page.goto("/team");
  const form = section(page, "Terms");
  await form.getByRole("textbox", { name: "English" }).fill(TERMS);
  await form.getByRole("button", { name: "Save the terms" }).click();
  await expect(form.getByText("In effect since")).toBeVisible();
  await member.reload();
  await expect(member.getByRole("heading", { name: "Terms of Laid down" })).toBeVisible();
  await expect(member.getByText(TERMS)).toBeVisible();
  await member.getByRole("button", { name: "Decline" }).click();
  await expect(member.getByText("You declined these terms on")).toBeVisible();
  await member.getByRole("button", { name: "Accept and go on" }).click();
  await expect(member.getByLabel("Your message")).toBeVisible();
  await member.context().close();
});
