import { expect, type Page } from "@playwright/test";
import { seedChat, seedChats } from "@/tests/support/seed-chats";
import { inspect } from "./support/inspect";
import { onDatabase } from "./support/long-chat";
import { test } from "./support/test";

const CHATS = 10_000;

// A server of its own: elsewhere nobody wants so many chats, and here none but these.
test.use({ settings: { WYE_TEAM_NAME: "Many chats" } });

const list = (page: Page) => page.getByRole("region", { name: "Chats" });
const link = (page: Page, title: string) => list(page).getByRole("link", { name: title, exact: true });

/** Scrolls the list to its end as it grows, and notes every title that comes by. */
function walkList(page: Page): Promise<{ titles: string[]; mostItems: number; wrong: string[] }> {
  return page.evaluate(async () => {
    const scroller = document
      .querySelector<HTMLElement>("[data-chat-link]")
      ?.closest<HTMLElement>(".overflow-y-auto");
    if (!scroller) throw new Error("no list");
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const titles = new Set<string>();
    const wrong: string[] = [];
    let mostItems = 0;
    let stillAtEnd = 0;
    while (stillAtEnd < 60) {
      await frame();
      const shown = [...scroller.querySelectorAll("[data-chat-link]")].map(({ textContent }) => textContent);
      shown.forEach((title, at) => {
        const before = shown[at - 1];
        if (before && Number(title.slice(5)) !== Number(before.slice(5)) + 1)
          wrong.push(`${title} after ${before}`);
        titles.add(title);
      });
      mostItems = Math.max(mostItems, shown.length);
      const top = scroller.scrollTop;
      scroller.scrollTop += 500;
      stillAtEnd = scroller.scrollTop === top ? stillAtEnd + 1 : 0;
    }
    return { titles: [...titles], mostItems, wrong };
  });
}

test("ten thousand chats are listed as one scrolls, and found by their titles", async ({
  page,
  wye,
  browser,
  ownerState,
}) => {
  test.slow();
  await onDatabase(wye, (sql, owner) => seedChats(sql, owner, CHATS));

  await test.step("a page carries the newest alone", async () => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/chats")) asked.push(request.url());
    });
    const response = await page.goto("/");
    await expect(link(page, "Chat 1")).toBeVisible();
    expect(asked).toEqual([]);
    const html = (await response?.text()) ?? "";
    expect(html.match(/Chat \d+/g)?.length).toBeLessThan(210);
  });

  await test.step("a search finds any of them, wherever it is in the list", async () => {
    await list(page).getByRole("searchbox").fill("chat 9876");
    await expect(link(page, "Chat 9876")).toBeVisible();
    await list(page).getByRole("searchbox").fill("no such title");
    await expect(list(page).getByText("No chat has this in its title.")).toBeVisible();
    await list(page).getByRole("searchbox").fill("");
    await expect(link(page, "Chat 1")).toBeVisible();
  });

  await test.step("what was changed in the meantime is in its place, without asking for all", async () => {
    const sizes: number[] = [];
    page.on("response", async (response) => {
      // An unchanged list has no body.
      if (response.status() === 200 && response.url().endsWith("/api/chats"))
        sizes.push(((await response.json()) as { chats: unknown[] }).chats.length);
    });
    await onDatabase(wye, async (sql, owner) => {
      await seedChat(sql, owner, "Just made", []);
    });
    await page.evaluate(() => window.dispatchEvent(new CustomEvent("wye:chats-changed", { detail: null })));
    await expect(link(page, "Just made")).toBeVisible();
    expect([...new Set(sizes)]).toEqual([100]);
    await onDatabase(wye, (sql) => sql`delete from chat where title = 'Just made'`);
    await page.reload();
  });

  await test.step("one scrolls through all of them in order, and few are in the page", async () => {
    await expect(link(page, "Chat 1")).toBeVisible();
    const walked = await walkList(page);
    expect(walked.wrong).toEqual([]);
    expect(walked.titles).toEqual(Array.from({ length: CHATS }, (_, at) => `Chat ${at + 1}`));
    expect(walked.mostItems).toBeLessThan(80);
  });

  await test.step("a page that could not be had is asked for again", async () => {
    await page.route("**/api/chats?*", (route) => route.abort());
    await page.reload();
    await expect(link(page, "Chat 1")).toBeVisible();
    await link(page, "Chat 1").hover();
    await page.mouse.wheel(0, 10_000);
    await expect(list(page).getByText("The chats could not be loaded.")).toBeVisible();
    await page.unroute("**/api/chats?*");
    await list(page).getByRole("button", { name: "Try again" }).click();
    // Only a list that has grown scrolls on.
    await expect(link(page, "Chat 101")).toBeVisible();
    await page.mouse.wheel(0, 2_000);
    await expect(link(page, "Chat 150")).toBeVisible();
  });

  await test.step("it holds up to a look while one searches", async () => {
    await inspect(browser, wye.url, ownerState, [
      {
        name: "sidebar-search",
        path: "/",
        ready: (on) => on.getByRole("textbox").first(),
        prepare: async (on) => {
          const menu = on.getByRole("button", { name: /Open the menu|打开菜单/ });
          if (await menu.isVisible()) await menu.click();
          await on.getByRole("searchbox").fill("999");
          await expect(on.locator("[data-chat-link]", { hasText: "Chat 9999" })).toBeVisible();
        },
      },
    ]);
  });
});
