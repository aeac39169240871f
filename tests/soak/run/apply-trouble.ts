import type { Page } from "@playwright/test";
import { sentOf } from "../check/sent-of";
import { BROWSERS, type Browser, type Trouble } from "../plan/scenario";
import { loggedAnswer, unsettled } from "./kept";
import { replicaOf } from "./process-troubles";
import { readAnswer } from "./read-answer";
import { load, switchAndReturn } from "./tab";
import type { Tabs } from "./tabs";
import type { TurnRun } from "./turn-run";
import { until } from "./until";

const LIMIT_MS = 30_000;

export interface Place {
  turn: TurnRun;
  tabs: Tabs;
  home: Browser;
}

/** Makes one trouble happen, and returns when it is over. @throws Error when the world does not let it happen */
export async function applyTrouble(place: Place, trouble: Trouble): Promise<void> {
  const { turn, tabs, home } = place;
  const { log, browsers } = turn.run;
  log.note(`${turn.marker}: ${JSON.stringify(trouble)}, upstream at ${turn.call?.sentTokens}`);
  const page = homePage(place);
  const address = `/chat/${turn.request.chatId}`;
  switch (trouble.kind) {
    case "reload":
      return load(page, address);
    case "switch":
      return switchAndReturn(page, turn.request.chatId);
    case "reopen":
      await tabs.close(home);
      await tabs.open(home, address);
      return;
    case "follow":
      await otherPage(place);
      return;
    case "cut":
      return trouble.offline ? goOffline(page, trouble.forMs) : cut(place, trouble.forMs);
    case "freeze":
      return browsers[home].link.freeze(trouble.forMs);
    case "silence":
      return browsers[home].link.silence();
    case "repeat":
      return turn.repeat(replicaOf(trouble.through, turn.writer));
    case "stop":
      return pressStop(place, trouble);
    case "kill":
    case "terminate":
      return endProcess(place, trouble);
  }
}

function homePage({ tabs, home }: Place): Page {
  const page = tabs.get(home);
  if (!page) throw new RangeError("the chat has no page");
  return page;
}

async function otherPage({ turn, tabs, home }: Place): Promise<Page> {
  const away = BROWSERS.find((browser) => browser !== home) ?? "b";
  return tabs.get(away) ?? tabs.open(away, `/chat/${turn.request.chatId}`);
}

async function cut({ turn, home }: Place, forMs: number): Promise<void> {
  const { link } = turn.run.browsers[home];
  link.cut();
  await pause(forMs);
  link.mend();
}

/** As a browser knows it: the network itself is gone. */
async function goOffline(page: Page, forMs: number): Promise<void> {
  await page.context().setOffline(true);
  await pause(forMs);
  await page.context().setOffline(false);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function pressStop(
  place: Place,
  { browser, through }: Extract<Trouble, { kind: "stop" }>,
): Promise<void> {
  const { turn, home } = place;
  const { browsers, log, world } = turn.run;
  const { link } = browsers[browser];
  const page = browser === home ? homePage(place) : await otherPage(place);
  const button = page.getByRole("button", { name: "Stop", exact: true });
  const isOver = () => turn.call?.endedAt !== null && turn.turn.answer.holdAt === null;
  const seen = await until(
    async () => ((await button.isVisible()) ? "button" : isOver() && "over"),
    LIMIT_MS,
  );
  if (seen === null) throw new Error(`browser ${browser} shows no Stop while the answer is being written`);
  if (seen === "over") return log.note("over before it could be stopped");
  const shown = await readAnswer(page, turn.marker);
  if (shown) turn.secured.push(shown);
  if (through !== "any") link.pin = { path: /\/stop$/, replica: replicaOf(through, turn.writer) };
  turn.stop.asked = true;
  await button.click({ timeout: LIMIT_MS }).catch((error: unknown) => {
    if (!isOver()) throw error;
  });
  const stops = () =>
    world.front.exchanges.filter(
      ({ path, browser: id }) => id === browsers[browser].id && path.endsWith("/stop"),
    );
  const answered = await until(
    () => stops().find(({ answer }) => answer.includes('"stopped":true')) ?? isOver(),
    LIMIT_MS,
  );
  link.pin = null;
  turn.stop.confirmed = typeof answered === "object" && answered !== null;
  log.note(
    `stop: ${JSON.stringify(stops().map(({ replica, status, answer }) => ({ replica, status, answer })))}`,
  );
  if (answered === null && turn.run.ended.length === 0) throw new Error("no server said that it has stopped");
}

async function endProcess(
  { turn }: Place,
  { kind, replica: whose }: Extract<Trouble, { kind: "kill" | "terminate" }>,
): Promise<void> {
  const { world, ended, log } = turn.run;
  const { answerId, chatId } = turn.request;
  const { writer } = turn;
  const replica = replicaOf(whose, writer);
  const { answer } = turn.turn;
  if (answer.holdAt !== null) await untilLogged(turn, answer.holdAt);
  turn.secured.push(await loggedAnswer(world.db, answerId));
  ended.push({ replica, how: kind });
  await world.replicas[kind](replica);
  log.note(`replica ${replica} has ended by ${kind}; the writer was ${JSON.stringify(writer)}`);
  const mine = kind === "terminate" && whose === "writer" && writer.certain;
  if (mine && (await unsettled(world.db, [chatId])) > 0)
    throw new Error("an orderly stop left an answer or a call that is not over");
}

/** While the upstream waits, all that it has sent comes to be in the log. */
async function untilLogged(turn: TurnRun, pieces: number): Promise<void> {
  const sent = sentOf(turn.turn.answer, pieces);
  const whole = sent.text.length + sent.reasoning.length;
  // What may be the beginning of a tag is held back, wherever the pieces cut it.
  const heldBack = turn.turn.answer.inlineThink ? "</think>".length : 0;
  const logged = async () => {
    const { text, reasoning } = await loggedAnswer(turn.run.world.db, turn.request.answerId);
    return text.length + reasoning.length >= whole - heldBack;
  };
  if (!(await until(logged, LIMIT_MS))) throw new Error("what the upstream has sent never came into the log");
}
