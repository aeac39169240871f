import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "@/tests/support/server-fixture";

test.use({
  wyeEnv: {
    WYE_OWNER_EMAIL: "owner@example.com",
    WYE_OWNER_PASSWORD: "correct horse battery",
    WYE_TEAM_NAME: "Smoke",
  },
});

test("whoever is not signed in gets the sign-in page, and axe finds nothing wrong with it", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/signin/);
  await expect(page.locator('input[type="password"]')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
