import type { Page } from "@playwright/test";
import type { Browser } from "../plan/scenario";
import type { PersonsBrowsers } from "./browsers";
import { openTab } from "./tab";

/** The pages that show one chat: one in a browser at most. */
export class Tabs {
  readonly #browsers: PersonsBrowsers;
  readonly #pages = new Map<Browser, Page>();

  constructor(browsers: PersonsBrowsers) {
    this.#browsers = browsers;
  }

  get all(): [Browser, Page][] {
    return [...this.#pages];
  }

  get(browser: Browser): Page | undefined {
    return this.#pages.get(browser);
  }

  async open(browser: Browser, address: string): Promise<Page> {
    const page = await openTab(this.#browsers[browser].context, address);
    this.#pages.set(browser, page);
    return page;
  }

  async close(browser: Browser): Promise<void> {
    const page = this.#pages.get(browser);
    this.#pages.delete(browser);
    await page?.close();
  }
}
