import type { BrowserContext } from "@playwright/test";
import { test as base } from "@/tests/support/server-fixture";
import { startUpstream, type Upstream, type WireName } from "@/tests/support/upstream/start-upstream";
import { OWNER } from "./owner";
import { signIn } from "./sign-in";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

interface WorkerFixtures {
  /** What the upstream lists, whichever wire asks. */
  models: readonly string[];
  /** Vendors that the server's environment connects to the upstream, by the prefix of their variables. */
  wires: Readonly<Record<string, WireName>>;
  /** Further settings of the server. */
  settings: Readonly<Record<string, string>>;
  upstream: Upstream;
  /** The owner's signed-in browser. */
  ownerState: StorageState;
}

/** Playwright's `test` against a Wye of the owner's, connected to an upstream of the worker's own; every page is
 *  signed in. */
export const test = base.extend<object, WorkerFixtures>({
  models: [
    ["gpt-4o-mini", "o4-mini", "plain-1", "plain-2", "plain-3", "inline-think"],
    { scope: "worker", option: true },
  ],
  wires: [
    { OPENAI: "openai", OPENAI_COMPATIBLE: "openai" },
    { scope: "worker", option: true },
  ],
  settings: [{}, { scope: "worker", option: true }],
  upstream: [
    async ({ models }, use) => {
      const upstream = await startUpstream({ models });
      await use(upstream);
      await upstream.close();
    },
    { scope: "worker" },
  ],
  wyeEnv: [
    async ({ upstream, wires, settings }, use) => {
      const vendors = Object.entries(wires).flatMap(([prefix, wire]) => [
        [`${prefix}_BASE_URL`, upstream.baseUrl(wire)],
        [`${prefix}_API_KEY`, "good-key-of-a-test"],
      ]);
      await use({
        WYE_OWNER_EMAIL: OWNER.email,
        WYE_OWNER_PASSWORD: OWNER.password,
        WYE_TEAM_NAME: OWNER.teamName,
        ...Object.fromEntries(vendors),
        ...settings,
      });
    },
    { scope: "worker" },
  ],
  ownerState: [
    async ({ browser, wye }, use) => {
      const context = await browser.newContext({ baseURL: wye.url });
      await signIn(await context.newPage(), OWNER);
      const state = await context.storageState();
      await context.close();
      await use(state);
    },
    { scope: "worker", timeout: 300_000 },
  ],
  storageState: async ({ ownerState }, use) => use(ownerState),
});
