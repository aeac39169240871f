import type { Page } from "@playwright/test";

export const table = (page: Page) => page.getByRole("table", { name: "Models" });
export const rowOf = (page: Page, name: string) => table(page).getByRole("row").filter({ hasText: name });
export const search = (page: Page) => page.getByRole("searchbox", { name: "Search models" });

export async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: list }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}
