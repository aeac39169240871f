import { expect, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locale";
import { test } from "@/tests/support/server-fixture";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";
import { ChatPage } from "./support/chat-page";
import { inspect } from "./support/inspect";
import { runWye } from "./support/run-wye";
import { SAMPLE_ANSWERS } from "./support/sample-answers";
import { signIn } from "./support/sign-in";

const NOBODY = { cookies: [], origins: [] };
const heading = (page: Page) => page.locator("h1").first();
const tabs = (page: Page) => page.getByRole("tablist");
const composer = (page: Page) => page.locator("main textarea");
const alert = (page: Page) => page.locator("main").getByRole("alert").filter({ hasText: /\S/ });

let upstream: Upstream;
let owner: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

// A server of its own: it begins before the set-up.
test.use({ wyeEnv: { WYE_LOG_LEVEL: "error" } });
test.describe.configure({ mode: "serial", timeout: 600_000 });
test.beforeAll(async () => {
  upstream = await startUpstream({ models: ["gpt-4o-mini", "o4-mini", "gpt-4.1"] });
});
test.afterAll(() => upstream.close());

test("before the set-up", async ({ browser, wye }) => {
  await inspect(browser, wye.url, NOBODY, [
    { name: "signin-not-set-up", path: "/signin", ready: heading },
    { name: "setup-wrong-link", path: "/setup", ready: heading },
    { name: "setup", path: wye.setupUrl(), ready: (page) => page.locator("form") },
  ]);
});

test("with nothing connected yet", async ({ browser, page, wye }) => {
  await page.goto(wye.setupUrl());
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password", { exact: true }).fill("engines of analysis");
  await page.getByLabel("Name of your team").fill("Analytical engine");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Connect a model" })).toBeVisible();
  owner = await page.context().storageState();
  await inspect(browser, wye.url, owner, [
    { name: "connect", path: "/setup/connect", ready: tabs },
    { name: "new-chat-no-model", path: "/", ready: composer },
    { name: "usage-empty", path: "/usage", ready: heading },
    { name: "providers-empty", path: "/providers", ready: tabs },
  ]);
});

test("in use", async ({ browser, page, wye }) => {
  const add = ["provider", "add", "--instance", "--vendor"];
  await runWye(
    wye,
    ...add,
    "openai",
    "--base-url",
    upstream.baseUrl("openai"),
    "--api-key",
    "good-key-0123456789",
  );
  await runWye(wye, ...add, "demo");
  await page.context().addCookies(owner.cookies);
  const chat = new ChatPage(page);
  const chats: Record<Locale, string> = { en: "", "zh-CN": "" };
  for (const locale of ["en", "zh-CN"] as const) {
    const { question, ...said } = SAMPLE_ANSWERS[locale];
    upstream.script("o4-mini", said);
    upstream.script("gpt-4o-mini", { text: locale === "en" ? "Exact sums of prices" : "精确累计费用" });
    await chat.open();
    await chat.choose("openai/o4-mini");
    await chat.ask(question);
    await chat.answered();
    await expect(chat.listed(locale === "en" ? "Exact sums of prices" : "精确累计费用")).toBeVisible();
    chats[locale] = page.url();
  }
  upstream.script("gpt-4.1", {
    text: "Half of this answer arrives and the rest does not.",
    fault: "cut",
    faultAfterTokens: 4,
  });
  await chat.open();
  await chat.choose("openai/gpt-4.1");
  await chat.ask("What happens when a vendor breaks off?");
  await expect(alert(page)).toBeVisible();
  const failed = page.url();
  await chat.open();
  await chat.choose("demo/wye-demo");
  await chat.ask("What are you?");
  await chat.answered();
  await expect(chat.lastAnswer.getByRole("button", { name: /demo credits/ })).toBeVisible();

  await inspect(browser, wye.url, owner, [
    { name: "new-chat", path: "/", ready: composer },
    {
      name: "picker",
      path: "/",
      ready: composer,
      prepare: async (given) => {
        await given.locator("main form button[aria-haspopup=dialog]").first().click();
        await expect(given.getByRole("option").nth(1)).toBeVisible();
      },
    },
    {
      name: "chat",
      path: (locale) => chats[locale],
      ready: (given) => given.locator(".katex").first(),
      prepare: async (given) => {
        const reasoning = given.locator("article[aria-busy] button[aria-expanded]").first();
        if ((await reasoning.getAttribute("aria-expanded")) === "false") await reasoning.click();
        await given.locator("article").first().scrollIntoViewIfNeeded();
      },
    },
    { name: "failed", path: failed, ready: alert },
    {
      name: "usage",
      path: "/usage",
      ready: (given) => given.getByRole("table"),
      prepare: async (given) => {
        await given.locator("tbody button[aria-expanded]").nth(2).click();
        await expect(given.getByRole("table").nth(1)).toBeVisible();
      },
    },
    { name: "providers", path: "/providers", ready: tabs },
    {
      name: "menu",
      path: "/usage",
      ready: heading,
      prepare: async (given) => {
        const menu = given.locator("header button[aria-haspopup=dialog]");
        if (await menu.isVisible()) await menu.click();
        await given.locator("button[aria-haspopup=menu]").last().click();
        await expect(given.getByRole("menuitemradio").first()).toBeVisible();
      },
    },
    {
      name: "chat-missing",
      path: "/chat/00000000-0000-7000-8000-000000000000",
      ready: (given) => given.locator("main h2, main h1").first(),
      missing: true,
    },
    {
      name: "not-found",
      path: "/nothing-here",
      ready: (given) => given.locator("main").getByRole("link"),
      missing: true,
    },
  ]);
});

test("for those who may not, and once more from outside", async ({ browser, page, wye }) => {
  const guest = { email: "guest@example.com", password: "a guest's password" };
  const member = { email: "member@example.com", password: "a member's password" };
  for (const [name, person, role] of [
    ["Gus", guest, "guest"],
    ["Mira", member, "member"],
  ] as const) {
    await runWye(
      wye,
      "user",
      "create",
      "--name",
      name,
      "--email",
      person.email,
      "--password",
      person.password,
    );
    await runWye(wye, "team", "add-member", "--email", person.email, "--role", role);
  }
  await signIn(page, member);
  const lock = (given: Page) => given.locator("main").getByRole("heading").first();
  await inspect(browser, wye.url, await page.context().storageState(), [
    { name: "forbidden", path: "/providers", ready: lock },
  ]);
  await page.context().clearCookies();
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(guest.email);
  await page.getByLabel("Password", { exact: true }).fill(guest.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "You cannot chat in this team" })).toBeVisible();
  await inspect(browser, wye.url, await page.context().storageState(), [
    { name: "no-chat", path: "/", ready: lock },
  ]);
  await inspect(browser, wye.url, NOBODY, [
    { name: "signin", path: "/signin", ready: heading },
    { name: "setup-done", path: wye.setupUrl(), ready: heading },
  ]);
});
