import { defineConfig } from "@playwright/test";
import { ensureChromium } from "./scripts/test/ensure-chromium.mjs";
import { CHROMIUM_ARGS } from "./scripts/test/find-chromium.mjs";

/** `x.spec.ts` runs on a desktop, `x.phone.spec.ts` on a phone. */
const PHONE = "**/*.phone.spec.ts";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./tests/support/server-setup.ts",
  // Two cores carry the server, its database, the upstream and the browser.
  workers: 1,
  // A browser on two busy cores misses a beat now and then; `npm test` names what passed only at the second try.
  retries: 1,
  forbidOnly: true,
  // Two busy cores: a time limit is there to end a hang, not to measure.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    // A trace of every test would cost a quarter of the time; the second try of one that failed leaves one.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: await ensureChromium({ log: console.log }), args: CHROMIUM_ARGS },
  },
  projects: [
    { name: "desktop", testIgnore: PHONE, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      testMatch: PHONE,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
});
