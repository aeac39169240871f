import type { Page } from "@playwright/test";
import { MESSAGES } from "@/lib/i18n/messages";
import { OWNER } from "@/tests/e2e/support/owner";
import type { Problem, Said } from "../check/evidence";
import { plainText } from "../check/plain-text";
import type { Browser, Lane, Trouble } from "../plan/scenario";
import { applyTrouble } from "./apply-trouble";
import { keptAnswer, prefer, unsettled } from "./kept";
import { readAnswer } from "./read-answer";
import type { ScenarioRun } from "./scenario-run";
import { Tabs } from "./tabs";
import { TurnRun } from "./turn-run";
import { until } from "./until";

const SETTLE_LIMIT_MS = 60_000;
/** A page may have given up its connection and look again only now and then. */
const SHOW_LIMIT_MS = 90_000;
const LISTEN_LIMIT_MS = 2_000;
const ACCEPT_LIMIT_MS = 40_000;

/** One chat of a scenario, from its first question to its last answer. */
export class LaneRun {
  readonly lane: Lane;
  readonly tabs: Tabs;
  readonly turns: TurnRun[] = [];
  readonly problems: Problem[] = [];
  readonly #run: ScenarioRun;

  constructor(run: ScenarioRun, lane: Lane) {
    this.#run = run;
    this.lane = lane;
    this.tabs = new Tabs(run.browsers);
  }

  /** Loads the page for the first question, which takes the model that was chosen last. */
  async open(): Promise<void> {
    const { world } = this.#run;
    const model = this.lane.turns[0]?.answer.model ?? "";
    await prefer(world.db, OWNER.email, model);
    const page = await this.tabs.open(this.lane.home, "/");
    await page.getByLabel("Your message").waitFor();
  }

  /** Asks and bears what happens. What goes wrong in it is in `problems`. */
  async go(): Promise<void> {
    for (const planned of this.lane.turns) {
      const turn = new TurnRun(this.#run, planned);
      this.turns.push(turn);
      try {
        await this.#play(turn);
      } catch (error) {
        this.problems.push({
          kind: "broken",
          detail: error instanceof Error ? error.message : String(error),
        });
        return;
      } finally {
        turn.release();
      }
      if (planned !== this.lane.turns.at(-1)) await this.#comeToRest(turn);
      if (this.problems.length > 0) return;
    }
  }

  async #play(turn: TurnRun): Promise<void> {
    const { home } = this.lane;
    const page = this.#page(home);
    const { link } = this.#run.browsers[home];
    if (turn.turn.loseResponse) link.loses = /^\/api\/chat$/;
    await ask(page, turn.marker);
    await turn.sent();
    const place = { turn, tabs: this.tabs, home };
    const [early, later] = [
      turn.turn.troubles.filter(isEarly),
      turn.turn.troubles.filter((one) => !isEarly(one)),
    ];
    for (const trouble of early) await applyTrouble(place, trouble);
    await this.#accepted(turn);
    for (const trouble of later) {
      await turn.reached(trouble.at);
      await applyTrouble(place, trouble);
    }
  }

  /** The page knows that the server has the question. */
  async #accepted(turn: TurnRun): Promise<void> {
    const page = this.#page(this.lane.home);
    const known = async () => {
      await retryUnsent(page);
      return new URL(page.url()).pathname === `/chat/${turn.request.chatId}` && turn.requests.some(isTaken);
    };
    if (!(await until(known, ACCEPT_LIMIT_MS)))
      throw new Error("the page never learned that the server has the question");
  }

  /** Nothing of it is being written any more, and the page shows that. */
  async #comeToRest(turn: TurnRun): Promise<void> {
    const { chatId } = turn.request;
    const settled = await until(
      async () => (await unsettled(this.#run.world.db, [chatId])) === 0,
      SETTLE_LIMIT_MS,
    );
    if (!settled)
      this.problems.push({ kind: "hang", detail: `${turn.marker}: not over long after its troubles` });
    await this.showing(turn);
    for (const [browser] of this.tabs.all) if (browser !== this.lane.home) await this.tabs.close(browser);
  }

  /** What each open page shows of an answer, once it is what is kept, or at the end of all patience. */
  async showing(
    turn: TurnRun,
  ): Promise<{ where: string; page: Page; shown: Awaited<ReturnType<typeof readAnswer>> }[]> {
    const kept = await keptAnswer(this.#run.world.db, turn.request.answerId);
    return Promise.all(
      this.tabs.all.map(async ([where, page]) => {
        const right = async () => {
          const shown = await readAnswer(page, turn.marker);
          return shown && kept && shown.status === kept.status && isSame(shown, kept) ? shown : null;
        };
        const shown = await until(right, SHOW_LIMIT_MS);
        if (shown) return { where, page, shown };
        await page.screenshot({ path: `test-results/soak/${turn.marker}-${where}.png` });
        return { where, page, shown: await readAnswer(page, turn.marker) };
      }),
    );
  }

  #page(browser: Browser): Page {
    const page = this.tabs.get(browser);
    if (!page) throw new RangeError(`browser ${browser} does not show the chat`);
    return page;
  }
}

const isEarly = ({ at }: Trouble): boolean => at < 0;
const isTaken = ({ status }: { status: number | null }): boolean => status === 200;
const isSame = (a: Said, b: Said): boolean =>
  plainText(a.text) === plainText(b.text) && plainText(a.reasoning) === plainText(b.reasoning);

/** A page that has only just come does not listen yet, and forgets what was typed: then it is typed again. */
async function ask(page: Page, marker: string): Promise<void> {
  const composer = page.getByLabel("Your message");
  const question = page.locator("main article").filter({ hasText: marker });
  const isTaken = async () => {
    await composer.fill(`What about ${marker}?`);
    await composer.press("Enter");
    return until(() => question.isVisible(), LISTEN_LIMIT_MS);
  };
  if (!(await until(isTaken, ACCEPT_LIMIT_MS))) throw new Error("the composer never took the question");
}

/** As a person does whose question did not reach the server as far as the page can tell. */
async function retryUnsent(page: Page): Promise<void> {
  const notice = page.getByRole("alert").filter({ hasText: MESSAGES.en.chat.offlineTitle });
  const button = notice.getByRole("button", { name: MESSAGES.en.chat.retry, exact: true });
  if (await button.isVisible()) await button.click();
}
