import { expect, type Locator, type Page } from "@playwright/test";

export const listOf = (page: Page, mode: string) =>
  page.getByRole("list", { name: `Models of ${mode}, in order` });
export const names = (list: Locator) => list.getByRole("listitem");
export const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
export const alert = (page: Page | Locator) => page.getByRole("alert").filter({ hasText: /\S/ });
export const choice = (page: Page, group: string, option: string | RegExp) =>
  page.getByRole("group", { name: group }).getByRole("radio", { name: option });

/** The page that says how questions are routed. */
export async function open(page: Page): Promise<void> {
  await page.goto("/router");
  await expect(listOf(page, "Knowledge")).toBeVisible();
}

/** @returns what came of it */
export async function tryNow(page: Page): Promise<Locator> {
  await button(page, "Try on past questions").click();
  const result = page.getByRole("region", { name: "What it would have changed" });
  await expect(result).toBeVisible();
  return result;
}

export async function save(page: Page): Promise<void> {
  await tryNow(page);
  await button(page, "Save").click();
  await expect(page.getByText("Saved. It holds from the next question on.")).toBeVisible();
  await expect(button(page, "Save")).toBeHidden();
}
