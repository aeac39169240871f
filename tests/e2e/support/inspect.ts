import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { LOCALE_COOKIE, LOCALES, type Locale } from "@/lib/i18n/locale";
import { THEME_COOKIE } from "@/lib/i18n/theme";
import { watchForErrors } from "./watch-for-errors";

export interface Scene {
  /** Of its screenshots. */
  name: string;
  path: string | ((locale: Locale) => string);
  /** What is there once the page is. */
  ready: (page: Page) => Locator;
  /** Opens what the scene is about; waits for `opened`. */
  prepare?: (page: Page) => Promise<void>;
  /** The page answers 404, which the browser reports as an error. */
  missing?: boolean;
  /** What the browser reports of a request that the scene lets fail. */
  failing?: RegExp;
}

type State = NonNullable<BrowserContextOptions["storageState"]>;

const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
} satisfies Record<string, BrowserContextOptions>;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** An open menu lies at the end of the document, outside its landmarks. */
const PORTALLED = ["region"];
const FOLDER = "test-results/screens";

/** Every scene is seen on both devices and in both languages, but by default in one of the four pairs, which differs
 *  from scene to scene; with WYE_LOOKS=all in every one. */
function isLookedAt(scene: Scene, device: string, locale: Locale): boolean {
  if (process.env.WYE_LOOKS === "all") return true;
  const sum = [...scene.name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return sum % 4 === (device === "desktop" ? 0 : 2) + (locale === "en" ? 0 : 1);
}

/** Looks at a page on a desktop and a phone, in both languages and both themes: nothing that axe minds, nothing
 *  wider than the screen, no error in the console. Leaves a screenshot of each. */
export async function inspect(
  browser: Browser,
  baseURL: string,
  state: State,
  scenes: Scene[],
  prepare: (context: BrowserContext) => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (const [device, options] of Object.entries(DEVICES)) {
    const context = await browser.newContext({
      ...options,
      baseURL,
      storageState: state,
      reducedMotion: "reduce",
    });
    await prepare(context);
    const page = await context.newPage();
    const errors = watchForErrors(page);
    for (const locale of LOCALES) {
      await context.addCookies([
        { name: LOCALE_COOKIE, value: locale, url: baseURL },
        { name: THEME_COOKIE, value: "dark", url: baseURL },
      ]);
      for (const scene of scenes.filter((scene) => isLookedAt(scene, device, locale))) {
        const name = `${scene.name}-${device}-${locale}`;
        await page.goto(typeof scene.path === "string" ? scene.path : scene.path(locale));
        await expect(scene.ready(page), name).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await scene.prepare?.(page);
        await look(page, `${name}-dark`, (axe) => axe.withTags(TAGS).disableRules(PORTALLED));
        // As the account menu does, and the dark one came from the server. Nothing but colours differs.
        await page.evaluate(() => {
          document.documentElement.dataset.theme = "light";
        });
        await look(page, `${name}-light`, (axe) => axe.withRules(["color-contrast"]));
        const { missing = false, failing } = scene;
        const unexpected = errors().filter(
          (text) => !(missing && text.includes("404")) && !failing?.test(text),
        );
        expect(unexpected, name).toEqual([]);
      }
    }
    await context.close();
  }
}

async function look(page: Page, name: string, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
  expect.soft(found, `${name}: axe`).toEqual([]);
  expect.soft(await page.evaluate(findWide), `${name}: wider than the screen`).toEqual([]);
}

/** The page and its main part never scroll sideways; a table or a line of code may, in a frame of its own. */
function findWide(): string[] {
  const frames = [document.documentElement, ...document.querySelectorAll("main, aside, [role=dialog]")];
  return frames
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ tagName, scrollWidth, clientWidth }) => `${tagName} ${scrollWidth} > ${clientWidth}`);
}
