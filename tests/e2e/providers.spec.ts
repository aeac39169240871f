import { expect, type Locator, type Page } from "@playwright/test";
import { runLauncher } from "@/tests/integration/cli/run-command";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";
import { inspect } from "./support/inspect";
import { runWye } from "./support/run-wye";
import { test } from "./support/test";

const FIRST = "sk-first-0123456789-1111";
const SECOND = "sk-second-0123456789-2222";
const BAD = "sk-bad-key-0123456789-9999";

let vendor: Upstream;
/** The key whose calls fail. */
let failing = "";

test.use({ wires: {} });
test.describe.configure({ mode: "serial", timeout: 600_000 });
test.beforeAll(async () => {
  const choose = (call: { headers: Record<string, string> }) =>
    failing !== "" && call.headers.authorization?.includes(failing)
      ? { fault: "rate_limit" as const, retryAfterSeconds: 3600 }
      : null;
  vendor = await startUpstream({ models: ["m1", "m2"], choose });
});
test.afterAll(() => vendor.close());

const add = (name: string, apiKey: string) => [
  ...["provider", "add", "--instance", "--vendor", "openai-compatible", "--name", name],
  ...["--base-url", vendor.baseUrl("openai"), "--api-key", apiKey],
];
const cardOf = (page: Page, name: string): Locator =>
  page.getByRole("article").filter({ has: page.getByText(name, { exact: true }) });
const keyOf = (page: Page, last4: string): Locator =>
  page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: `Key ending in ${last4}` }) })
    .last();

async function addKey(page: Page, name: string, apiKey: string): Promise<void> {
  await page.getByRole("button", { name: `Add a key: ${name}` }).click();
  const form = cardOf(page, name).locator("form");
  await form.getByLabel("API key", { exact: true }).fill(apiKey);
  await form.getByRole("button", { name: "Add a key" }).click();
}

test("a key is added, weighed, replaced, removed and brought back", async ({ page, wye }) => {
  await runWye(wye, ...add("house", FIRST));
  await page.goto("/providers");
  await addKey(page, "house", BAD);
  const card = cardOf(page, "house");
  await expect(card.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await card.getByLabel("API key", { exact: true }).fill(SECOND);
  await card.locator("form").getByRole("button", { name: "Add a key" }).click();
  await expect(keyOf(page, "2222")).toContainText("50% of calls");
  await expect(page.getByRole("button", { name: "Add a key: house" })).toBeFocused();

  await page.getByRole("button", { name: "Share: Key ending in 2222" }).click();
  await card.getByRole("spinbutton").fill("0");
  await card.getByRole("button", { name: "Save" }).click();
  await expect(keyOf(page, "2222")).toContainText("In reserve");
  await expect(keyOf(page, "1111")).toContainText("100% of calls");

  await page.getByRole("button", { name: "Replace: Key ending in 1111" }).click();
  await card.getByLabel("New key", { exact: true }).fill("sk-third-0123456789-3333");
  await card.locator("form").getByRole("button", { name: "Replace" }).click();
  await expect(keyOf(page, "3333")).toContainText("100% of calls");
  await expect(page.getByRole("button", { name: "Replace: Key ending in 3333" })).toBeFocused();
  await expect(page.getByText("Key ending in 1111")).toHaveCount(0);

  await page.getByRole("button", { name: "Remove: Key ending in 2222" }).click();
  await expect(page.getByText("Key ending in 2222")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(keyOf(page, "2222")).toBeVisible();
});

test("a key that its vendor asks to spare is paused, said so, and another is used", async ({ page, wye }) => {
  await runWye(wye, ...add("shaky", FIRST));
  await page.goto("/providers");
  await addKey(page, "shaky", SECOND);
  const second = cardOf(page, "shaky").getByRole("listitem").filter({ hasText: "2222" });
  await expect(second).toBeVisible();
  await second.getByRole("button", { name: /^Share/ }).click();
  await cardOf(page, "shaky").getByRole("spinbutton").fill("0");
  await cardOf(page, "shaky").getByRole("button", { name: "Save" }).click();
  await expect(second).toContainText("In reserve");
  const ask = () => runLauncher({ WYE_DATA_DIR: wye.dataDir }, ["ask", "--model", "shaky/m1", "Hello?"]);
  failing = FIRST;
  expect((await ask()).code).toBe(0);
  expect((await ask()).code).toBe(0);
  await page.reload();
  const card = cardOf(page, "shaky");
  await expect(card).toContainText("1 key paused");
  const first = card.getByRole("listitem").filter({ hasText: "1111" });
  await expect(first).toContainText("Paused");
  await expect(first).toContainText("Last failure");
  await expect(first.getByRole("row", { name: /Last hour/ })).toContainText("1");
  await expect(first.getByRole("row", { name: /Last hour/ })).toContainText("0%");
  await expect(second.getByRole("row", { name: /Last hour/ })).toContainText("100%");
  await expect(second).toContainText("100% of calls");
});

test("vendors are found by name and state, with the keyboard alone, and the address says how", async ({
  page,
}) => {
  await page.goto("/providers");
  const cards = page.getByRole("article");
  const missing = page.getByRole("region", { name: "Not connected" }).getByRole("listitem");
  // The demo is there from the start.
  await expect(cards).toHaveCount(3);
  expect(await missing.count()).toBeGreaterThan(20);
  await page.getByRole("searchbox", { name: "Search vendors" }).focus();
  await page.keyboard.type("SHAKY");
  await expect(cards).toHaveCount(1);
  await expect(missing).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("SHAKY");
  await expect(cards).toHaveCount(1);

  await page.getByRole("searchbox").fill("");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /^All \d+$/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Failing 1" })).toHaveAttribute("aria-pressed", "true");
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("shaky");
  await expect(page).toHaveURL(/\?state=failing$/);

  await page.getByRole("searchbox").fill("智谱");
  await expect(page.getByRole("heading", { name: "No vendor matches" })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect(page).toHaveURL(/\/providers$/);
  await page.getByRole("searchbox").fill("智谱");
  await expect(missing).toHaveText(["Connect Zhipu GLM"]);
  await missing.getByRole("button").press("Enter");
  await expect(page.getByRole("combobox", { name: "Vendor" })).toHaveText("Zhipu GLM");
  await expect(page.getByLabel("API key", { exact: true })).toBeFocused();
  await page.getByRole("searchbox").fill("ollama");
  await missing.getByRole("button").click();
  await expect(page.getByRole("tab", { name: "Local" })).toHaveAttribute("aria-selected", "true");
});

test("looks right with keys that work, rest and fail", async ({ browser, page, wye, ownerState }) => {
  await runWye(wye, "provider", "add", "--instance", "--vendor", "demo");
  await page.goto("/providers");
  await inspect(browser, wye.url, ownerState, [
    { name: "provider-keys", path: "/providers", ready: (given) => cardOf(given, "shaky") },
    {
      name: "providers-missing",
      path: "/providers?state=missing",
      ready: (given) => given.locator("main search"),
    },
    {
      name: "providers-none",
      path: "/providers?search=nothing-like-it",
      ready: (given) => given.locator("main search"),
    },
    {
      name: "providers-connect",
      path: "/providers?connect=azure",
      ready: (given) => given.locator("input[name=apiKey]"),
      prepare: async (given) => expect(given.locator("input[name=apiKey]")).toBeFocused(),
    },
    {
      name: "providers-replaces",
      path: "/providers?connect=openai-compatible",
      ready: (given) => given.locator("input[name=baseUrl]"),
      prepare: async (given) => {
        const form = given.getByRole("tabpanel");
        await form.getByRole("combobox").last().click();
        await given.getByRole("option").last().click();
        await form.locator("input:not([name])").fill("house");
        await expect(form.getByRole("status").first()).toBeVisible();
      },
    },
    {
      name: "provider-keys-shaky",
      path: "/providers",
      ready: (given) => cardOf(given, "shaky"),
      prepare: async (given) =>
        cardOf(given, "shaky").evaluate((card) => card.scrollIntoView({ block: "start" })),
    },
    {
      name: "provider-add-key",
      path: "/providers",
      ready: (given) => cardOf(given, "shaky"),
      prepare: async (given) => {
        await cardOf(given, "shaky").locator("button").last().click();
        await expect(cardOf(given, "shaky").locator("form")).toBeVisible();
        await cardOf(given, "shaky").locator("form").scrollIntoViewIfNeeded();
      },
    },
  ]);
});

test("models without a price are said where they are connected, and shown at once", async ({ page }) => {
  await page.goto("/providers");
  await cardOf(page, "house").getByRole("link", { name: "2 models have no price" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Models");
  await expect(page.getByRole("combobox", { name: "Vendor" })).toHaveText("OpenAI-compatible endpoint");
  await expect(page.getByRole("table", { name: "Models" }).getByRole("row")).toHaveCount(3);
});

test("takes a paused key back when a person's test of it works", async ({ page }) => {
  failing = "";
  await page.goto("/providers");
  await page.getByRole("button", { name: "Test: shaky" }).click();
  await expect(cardOf(page, "shaky")).not.toContainText("paused");
  await expect(cardOf(page, "shaky").getByRole("listitem").filter({ hasText: "1111" })).toContainText(
    "Works",
  );
});

test("a vendor is connected twice under names of its own, for the whole server where that is chosen", async ({
  page,
}) => {
  await page.goto("/providers?connect=deepseek");
  const form = page.getByRole("tabpanel");
  await form.getByText("Use another address or name").click();
  await form.getByLabel("API key", { exact: true }).fill(FIRST);
  await form.getByLabel("Base URL").fill(vendor.baseUrl("deepseek"));
  await form.getByLabel("Name").fill("deep-two");
  await form.getByRole("combobox", { name: "For" }).click();
  await page.getByRole("option", { name: "Whole server" }).click();
  await form.getByRole("button", { name: "Connect" }).click();
  await expect(form.getByText(/^deep-two is connected/)).toBeVisible();
  await expect(cardOf(page, "deep-two")).toContainText("DeepSeek");
  await expect(cardOf(page, "deep-two")).toContainText("Whole server");

  // What is connected already is not lost by chance.
  await form.getByLabel("Name").fill("deep-two");
  await expect(form.getByText("deep-two is connected already")).toBeVisible();
  await form.getByLabel("Name").fill("deep-three");
  await expect(form.getByText("is connected already")).toHaveCount(0);
  await form.getByLabel("API key", { exact: true }).fill(SECOND);
  await form.getByLabel("Base URL").fill(vendor.baseUrl("deepseek"));
  await form.getByRole("button", { name: "Connect" }).click();
  await expect(form.getByText(/^deep-three is connected/)).toBeVisible();
  await expect(keyOf(page, "1111").last()).toBeVisible();
  await expect(cardOf(page, "deep-two")).toContainText("Key ending in 1111");
  await expect(cardOf(page, "deep-three")).toContainText("Key ending in 2222");
});

test("a local server on another machine is connected as what it is", async ({ page }) => {
  await page.goto("/providers?connect=openai-compatible");
  const form = page.getByRole("tabpanel");
  await form.getByRole("combobox", { name: "What runs there" }).click();
  await page.getByRole("option", { name: "Ollama" }).click();
  await form.getByLabel("Base URL").fill(vendor.baseUrl("ollama"));
  await form.getByLabel("Name").fill("attic");
  await form.getByRole("button", { name: "Connect" }).click();
  await expect(form.getByText("attic is connected: 2 models found.")).toBeVisible();
  await expect(cardOf(page, "attic").getByRole("heading", { name: "Ollama" })).toBeVisible();
});
