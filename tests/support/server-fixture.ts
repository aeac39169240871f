import { test as base } from "@playwright/test";
import { startWye, type Wye } from "./server";

interface WorkerFixtures {
  /** Settings of the server; a spec file that sets its own with `test.use` gets a server of its own. */
  wyeEnv: Readonly<Record<string, string>>;
  /** One server for the specs of a worker, started when first asked for. */
  wye: Wye;
}

/** Playwright's `test`, against a fresh Wye: `page.goto("/")` opens it. */
export const test = base.extend<object, WorkerFixtures>({
  wyeEnv: [{}, { scope: "worker", option: true }],
  wye: [
    async ({ wyeEnv }, use) => {
      const wye = await startWye({ env: wyeEnv });
      await use(wye);
      await wye.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  baseURL: async ({ wye }, use) => use(wye.url),
});
