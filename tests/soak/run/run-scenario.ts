import type { MessageStatus } from "@/lib/chat/message";
import type { Problem } from "../check/evidence";
import { judge } from "../check/judge";
import type { Scenario } from "../plan/scenario";
import type { World } from "../world/open-world";
import { openBrowsers } from "./browsers";
import { gatherEvidence } from "./gather-evidence";
import { awaitsTitle, rowsOf, unsettled } from "./kept";
import { LaneRun } from "./lane-run";
import type { ScenarioRun } from "./scenario-run";
import { TroubleLog } from "./trouble-log";
import type { TurnRun } from "./turn-run";
import { until } from "./until";

/** The reaper waits for half a minute of silence, and looks four times a minute. */
const SETTLE_LIMIT_MS = 120_000;
const TITLE_LIMIT_MS = 10_000;
const LANES_LIMIT_MS = 180_000;

export interface ScenarioResult {
  scenario: Scenario;
  problems: Problem[];
  answers: MessageStatus[];
  calls: number;
  rows: number;
  log: readonly string[];
  /** From its first page to its last check, other runs between them aside. */
  busyMs: number;
}

export interface StartedScenario {
  /** Whether a process was ended, what it left is settled only after a while, or a connection fell silent, which a page
   *  notices only after a while. */
  takesTime: boolean;
  /** Waits until all of it is over, and checks it. */
  finish(): Promise<ScenarioResult>;
}

/** Plays a scenario up to where it only remains to wait for the end of what it began. */
export async function runScenario(world: World, scenario: Scenario): Promise<StartedScenario> {
  const beganAt = performance.now();
  await world.replicas.allUp();
  const browsers = await openBrowsers(world, scenario);
  const run: ScenarioRun = { world, scenario, browsers, log: new TroubleLog(), ended: [] };
  const lanes = scenario.lanes.map((lane) => new LaneRun(run, lane));
  const problems: Problem[] = [];
  try {
    // One after the other: which model a new chat takes is a preference of the person's.
    for (const lane of lanes) await lane.open();
    const done = await within(Promise.all(lanes.map((lane) => lane.go())), LANES_LIMIT_MS);
    if (!done)
      problems.push({ kind: "hang", detail: `its troubles were not over after ${LANES_LIMIT_MS / 1000} s` });
  } catch (error) {
    problems.push({ kind: "broken", detail: error instanceof Error ? error.message : String(error) });
  }
  // No process that a later run ends may be at work for this one any more.
  if (run.ended.length === 0) await comeToRest(run, sentTurns(lanes), SETTLE_LIMIT_MS);
  const playedMs = performance.now() - beganAt;
  return {
    takesTime: run.ended.length > 0 || scenario.theme === "silence",
    finish: async () => {
      const resumedAt = performance.now();
      try {
        const result = await finish(run, lanes, problems);
        return { ...result, busyMs: playedMs + performance.now() - resumedAt };
      } finally {
        await Promise.all(Object.values(browsers).map(({ context }) => context.close()));
        for (const { id } of Object.values(browsers)) world.front.forget(id);
      }
    },
  };
}

async function finish(
  run: ScenarioRun,
  lanes: readonly LaneRun[],
  early: readonly Problem[],
): Promise<Omit<ScenarioResult, "busyMs">> {
  const { scenario, log } = run;
  const turns = lanes.flatMap((lane) =>
    lane.turns.filter(({ wasSent }) => wasSent).map((turn) => ({ lane, turn })),
  );
  const problems = [...early, ...lanes.flatMap((lane) => lane.problems)];
  if (!(await comeToRest(run, sentTurns(lanes), SETTLE_LIMIT_MS)))
    problems.push({ kind: "hang", detail: "something is still being written, or a call still open" });
  const evidence = await Promise.all(turns.map(({ lane, turn }) => gatherEvidence(run, lane, turn)));
  for (const [at, one] of evidence.entries()) {
    const marker = turns[at]?.turn.marker ?? "";
    problems.push(...judge(one).map((problem) => ({ ...problem, detail: `${marker}: ${problem.detail}` })));
  }
  return {
    scenario,
    problems,
    answers: evidence.flatMap(({ kept }) => (kept ? [kept.status] : [])),
    calls: sum(evidence.map(({ calls, titleCalls }) => calls.length + titleCalls.length)),
    rows: sum(evidence.map(({ rows, titleRows }) => rows.length + titleRows.length)),
    log: log.lines,
  };
}

/** Waits until nothing is being written and every call has its row. @returns whether the first came true */
async function comeToRest(
  { world }: ScenarioRun,
  turns: readonly TurnRun[],
  limitMs: number,
): Promise<boolean> {
  const chats = turns.map(({ request }) => request.chatId);
  const settled = await until(async () => (await unsettled(world.db, chats)) === 0, limitMs);
  await until(async () => (await Promise.all(turns.map(isAccounted))).every(Boolean), TITLE_LIMIT_MS);
  return settled !== null;
}

const sentTurns = (lanes: readonly LaneRun[]): TurnRun[] =>
  lanes.flatMap((lane) => lane.turns.filter(({ wasSent }) => wasSent));

/** A title is asked for once the answer is over: for a moment nothing is open, and yet a call is to come. What is
 *  missing after all patience is for the judge to name. */
async function isAccounted({ run, marker, request }: TurnRun): Promise<boolean> {
  const { db, scripts } = run.world;
  const calls = scripts.callsOf(marker, "chat").length + scripts.callsOf(marker, "title").length;
  const { length } = await rowsOf(db, request.answerId);
  return length >= calls && (calls > 1 || !(await awaitsTitle(db, request.chatId)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

async function within(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  const limit = Promise.withResolvers<false>();
  const timer = setTimeout(() => limit.resolve(false), limitMs);
  try {
    return await Promise.race([work.then(() => true as const), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
