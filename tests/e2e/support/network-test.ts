import type { Page } from "@playwright/test";
import { type Network, startNetwork } from "./network";
import { test as base } from "./test";

interface Fixtures {
  network: Network;
  /** A page of the same person's in another browser, with a network of its own that never fails. */
  elsewhere: Page;
}

/** `test` with a page whose network can fail. */
export const test = base.extend<Fixtures>({
  network: async ({ wye }, use) => {
    const network = await startNetwork(wye.url);
    await use(network);
    await network.close();
  },
  proxy: async ({ network }, use) => use(network.proxy),
  elsewhere: async ({ browser, wye, ownerState }, use) => {
    const context = await browser.newContext({ baseURL: wye.url, storageState: ownerState });
    await use(await context.newPage());
    await context.close();
  },
});
