import type { BrowserContext } from "@playwright/test";
import { BROWSERS, type Browser, type Scenario } from "../plan/scenario";
import { BROWSER_HEADER } from "../world/front";
import type { Link } from "../world/link";
import type { World } from "../world/open-world";

export interface PersonsBrowser {
  context: BrowserContext;
  link: Link;
  /** As the front knows it. */
  id: string;
}

export type PersonsBrowsers = Record<Browser, PersonsBrowser>;

/** Two browsers of one person, signed in, new for each scenario, so that nothing of one reaches into another. */
export async function openBrowsers(
  { chromium, front, signedIn }: World,
  { number, latencyMs }: Scenario,
): Promise<PersonsBrowsers> {
  const open = async (browser: Browser): Promise<PersonsBrowser> => {
    const id = `${number}-${browser}`;
    const context = await chromium.newContext({
      baseURL: front.url,
      storageState: signedIn,
      extraHTTPHeaders: { [BROWSER_HEADER]: id },
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
    });
    const link = front.link(id);
    link.latencyMs = latencyMs;
    return { context, link, id };
  };
  const [a, b] = await Promise.all(BROWSERS.map(open));
  if (!a || !b) throw new RangeError("there are two browsers");
  return { a, b };
}
