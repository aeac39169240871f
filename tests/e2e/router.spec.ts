import { expect, type Page } from "@playwright/test";
import { findBehindBar } from "./support/find-behind-bar";
import { inspect, type Scene } from "./support/inspect";
import { newMember } from "./support/new-member";
import { alert, button, choice, listOf, names, open, save, tryNow } from "./support/router-page";
import { seedDecisions } from "./support/seed-decisions";
import { test } from "./support/test";

// A team of its own: its routing is changed.
test.use({ models: ["gpt-4o-mini", "gpt-4o", "gpt-4.1", "o4-mini", "plain-1"], wires: { OPENAI: "openai" } });
test.describe.configure({ mode: "serial" });

test("before anything is asked the page says whom Wye would ask, and the report what to do", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: "Router" }).click();
  await expect(page.getByRole("heading", { name: "Router", level: 1 })).toBeVisible();
  await expect(page.getByText("Wye’s choice", { exact: true })).toHaveCount(2);
  await expect(names(listOf(page, "Reasoning")).first()).toContainText("Answers now");
  await page.getByRole("link", { name: "What Auto did" }).click();
  await expect(page.getByText("Nothing was asked in this time")).toBeVisible();
});

test("a list is put in order with the keyboard, saved, and put back by one click", async ({ page }) => {
  await open(page);
  const list = listOf(page, "Knowledge");
  const first = (await names(list).first().getByRole("button").first().getAttribute("aria-label")) ?? "";
  const model = first.replace("Move ", "").replace(" up", "");
  await button(page, `Move ${model} down`).focus();
  await page.keyboard.press("Enter");
  await expect(names(list).nth(1)).toContainText(model);
  await expect(button(page, `Move ${model} down`)).toBeFocused();
  await expect(page.getByText(new RegExp(`${model} is now 2 of`))).toBeAttached();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(names(list).nth(2)).toContainText(model);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(names(list).nth(1)).toContainText(model);
  await save(page);
  await page.reload();
  await expect(names(list).nth(1)).toContainText(model);
  await expect(page.getByText("Wye’s choice", { exact: true })).toHaveCount(1);

  await button(page, `Move ${model} up`).click();
  await save(page);
  await button(page, "Undo").click();
  await expect(page.getByText("It is as it was before")).toBeVisible();
  await expect(names(list).nth(1)).toContainText(model);

  await button(page, "Back to Wye’s choice").click();
  await expect(page.getByText("Wye’s choice", { exact: true })).toHaveCount(2);
  await save(page);
});

test("a model joins a list by search, and one that is taken off comes back by undo", async ({ page }) => {
  await open(page);
  const list = listOf(page, "Reasoning");
  await button(page, "Add a model to Reasoning").click();
  await page.getByPlaceholder("Search models").fill("plain");
  await page.keyboard.press("Enter");
  await expect(names(list).last()).toContainText("plain-1");
  const count = await names(list).count();
  await button(list, "Take plain-1 off the list").click();
  await expect(names(list)).toHaveCount(count - 1);
  await button(page, "Undo").click();
  await expect(names(list)).toHaveCount(count);
  await button(page, "Discard").click();
  await expect(button(page, "Try on past questions")).toBeHidden();
});

test("limits say what they leave while they are typed", async ({ page }) => {
  await open(page);
  await expect(page.getByText("5 of 5 models may answer.")).toBeVisible();
  await page.getByLabel("Blocked models").fill("openai/gpt-4o*\nnobody/*");
  await expect(page.getByText("They match 2 models.")).toBeVisible();
  await expect(page.getByText("This one matches nothing: nobody/*")).toBeVisible();
  await expect(page.getByText("3 of 5 models may answer.")).toBeVisible();
  await expect(names(listOf(page, "Knowledge")).filter({ hasText: "GPT-4o" }).first()).toContainText(
    "Blocked",
  );
  await choice(page, "Which models may answer", "Only these").check();
  await button(page, "Try on past questions").click();
  await expect(page.getByText("Name at least one model, or allow every one.")).toBeVisible();
  await expect(page.getByLabel("Allowed models")).toBeFocused();
  await page.getByLabel("Allowed models").fill("openai/*");
  await page.getByLabel("Most that an answer may cost").fill("a cent");
  await button(page, "Try on past questions").click();
  await expect(page.getByText("An amount such as 0.05, not negative.")).toBeVisible();
  await button(page, "Discard").click();
  await choice(page, "Where vendors may keep what they are sent", /Only here/).check();
  await expect(page.getByText("No model may answer.")).toBeVisible();
  const result = await tryNow(page);
  await expect(result.getByText("Nobody could answer in Knowledge any more.")).toBeVisible();
  await button(page, "Discard").click();
});

test("a rule is said, refused at the place that is wrong, tried on past questions and saved", async ({
  page,
  wye,
}) => {
  await seedDecisions(wye, 120);
  await open(page);
  await button(page, "Add a rule").click();
  await button(page, "Try on past questions").click();
  await expect(page.getByText("Say when the rule holds.")).toBeVisible();
  await expect(page.getByText("Say what happens then: a mode, a model or an effort.")).toBeVisible();
  await expect(page.getByLabel("The question matches")).toBeFocused();
  await page.getByLabel("Name of the rule").fill("Invoices");
  await page.getByLabel("The question matches").fill("invoice (\\d+");
  await page.getByRole("combobox", { name: "Mode" }).click();
  await page.getByRole("option", { name: "Reasoning" }).click();
  await button(page, "Try on past questions").click();
  await expect(page.getByText("The bracket at character 9 is never closed.")).toBeVisible();
  await expect(page.getByLabel("The question matches")).toBeFocused();
  await page.getByLabel("The question matches").fill("invoice (\\d+)");
  const result = await tryNow(page);
  await expect(result).toContainText("40 of 120 questions would have gone another way");
  await expect(result.getByRole("row").nth(1)).toContainText("o4-mini");
  await expect(result).not.toContainText("invoice");
  await expect(result.getByText("≈")).toBeVisible();
  await expect(page.getByText("decides 40 past questions")).toBeVisible();
  await button(page, "Save").click();
  await expect(page.getByText("If the question matches invoice (\\d+): Reasoning")).toBeVisible();
  await page.reload();
  await button(page, "Remove Invoices").click();
  await expect(page.getByText("No rule yet.")).toBeVisible();
  await button(page, "Undo").click();
  await expect(page.getByText("Invoices", { exact: true })).toBeVisible();
});

test("nothing that takes the focus hides behind the bar that tries and saves", async ({ page }) => {
  for (const size of [
    { width: 1440, height: 600 },
    { width: 390, height: 600 },
  ]) {
    await page.setViewportSize(size);
    await open(page);
    await choice(page, "When it is unsure", "Reasoning").check();
    expect(await page.evaluate(findBehindBar), `${size.width} px`).toEqual([]);
    await button(page, "Discard").click();
  }
});

test("what is typed is there after a look at the report", async ({ page }) => {
  await open(page);
  await choice(page, "When it is unsure", "Reasoning").check();
  await page.getByRole("link", { name: "What Auto did" }).click();
  await expect(page.getByRole("heading", { name: "What Auto did", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "How questions are routed" }).click();
  await expect(choice(page, "When it is unsure", "Reasoning")).toBeChecked();
  await button(page, "Discard").click();
});

test("what the server does not answer is said in sight, and had at the second try", async ({ page }) => {
  await open(page);
  await choice(page, "When it is unsure", "Reasoning").check();
  await page.route("**/router", (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  await button(page, "Try on past questions").click();
  await expect(alert(page).filter({ hasText: "The server did not answer" })).toBeInViewport({ ratio: 1 });
  await page.unroute("**/router");
  await tryNow(page);
  await expect(alert(page)).toHaveCount(0);
  await button(page, "Discard").click();
});

test("of two who change it at once the second is told, and loses nothing", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await choice(other, "When an answer breaks off", "By itself").check();
  await save(other);
  await other.close();
  await choice(page, "When a conversation is too long for a model", "Summarise first").check();
  await tryNow(page);
  await button(page, "Save").click();
  await expect(alert(page).filter({ hasText: "Somebody else changed this in the meantime" })).toBeVisible();
  await button(page, "Keep mine and try again").click();
  await expect(choice(page, "When a conversation is too long for a model", "Summarise first")).toBeChecked();
  await button(page, "Discard").click();
  await expect(choice(page, "When an answer breaks off", "By itself")).toBeChecked();
});

test("the report counts what Auto did, and the threshold is set once its effect was seen", async ({
  page,
}) => {
  await page.goto("/router/report");
  await expect(page.getByText("of 120 in all")).toBeVisible();
  await expect(page.getByRole("region", { name: "Against always Reasoning" })).toContainText("≈");
  await expect(page.getByRole("row", { name: /DeepSeek/ })).toContainText("Out of order");
  await expect(page.getByRole("row", { name: /Proof/ })).toBeVisible();
  await page.getByRole("link", { name: "90 days" }).click();
  await expect(page).toHaveURL(/days=90/);
  await button(page, "Show the effect").click();
  await expect(page.getByText("120 recorded decisions, decided anew both ways:")).toBeVisible();
  await button(page, "Set this threshold").click();
  await expect(page.getByText("The threshold is set")).toBeVisible();
  await button(page, "Undo").click();
  await expect(page.getByText("The threshold is as it was before")).toBeVisible();
});

test("a member is told who can help", async ({ browser, wye }) => {
  const page = await newMember(browser, wye, "Mira", "member");
  await expect(page.getByRole("navigation").getByRole("link", { name: "Router" })).toHaveCount(0);
  for (const path of ["/router", "/router/report"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("not open to you");
  }
  await page.context().close();
});

test("its looks", async ({ browser, ownerState, wye }) => {
  test.setTimeout(900_000);
  const lists = (page: Page) => page.locator("main ol").first();
  const tried = /^(Try on past questions|用过去的问题试算)$/;
  const scenes: Scene[] = [
    { name: "router", path: "/router", ready: lists },
    {
      name: "router-rule",
      path: "/router",
      ready: lists,
      prepare: async (page) => {
        await page.locator("main section ol li button[aria-expanded]").first().click();
        await page.locator("main li input.font-mono").fill("(");
        await button(page, tried).click();
        await expect(alert(page.locator("main li"))).toBeVisible();
        await page.locator("main li input.font-mono").scrollIntoViewIfNeeded();
      },
    },
    {
      name: "router-tried",
      path: "/router",
      ready: lists,
      prepare: async (page) => {
        await page.locator("main textarea").last().fill("*/gpt-4o-mini");
        await button(page, tried).click();
        await expect(page.locator("main section table")).toBeVisible();
        await page.locator("main section table").scrollIntoViewIfNeeded();
      },
    },
    {
      name: "router-limits",
      path: "/router",
      ready: lists,
      prepare: async (page) => {
        await page.locator("main input[value=some]").check();
        await page.locator("main textarea").first().fill("openai/*\nnobody/*");
        await page.locator("main textarea").first().scrollIntoViewIfNeeded();
      },
    },
    {
      name: "router-add",
      path: "/router",
      ready: lists,
      prepare: async (page) => {
        await page.locator("main button[aria-haspopup=dialog]").first().click();
        await expect(page.getByRole("option").first()).toBeVisible();
      },
    },
    { name: "router-report", path: "/router/report", ready: (page) => page.locator("main table").first() },
    {
      name: "router-recalibrate",
      path: "/router/report",
      ready: (page) => page.locator("main table").first(),
      prepare: async (page) => {
        await button(page, /^(Show the effect|查看效果)$/).click();
        await expect(page.locator("#recalibrate table")).toBeVisible();
        await page.locator("#recalibrate table").scrollIntoViewIfNeeded();
      },
    },
  ];
  await inspect(browser, wye.url, ownerState, scenes, (context) =>
    // What a scene types is kept in the tab, and not wanted in the next.
    context.addInitScript(() => sessionStorage.clear()),
  );
});
