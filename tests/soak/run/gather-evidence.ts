import { z } from "zod";
import type { ConversationData } from "@/lib/chat/get-conversation";
import type { Evidence, Shown } from "../check/evidence";
import { keptAnswer, openCallsOf, rowsOf } from "./kept";
import type { LaneRun } from "./lane-run";
import { fateOf } from "./process-troubles";
import { readAnswer } from "./read-answer";
import type { ScenarioRun } from "./scenario-run";
import { openTab } from "./tab";
import type { TurnRun } from "./turn-run";
import { until } from "./until";

const FRESH_LIMIT_MS = 30_000;
const Status = z.enum(["streaming", "complete", "stopped", "interrupted", "failed"]);

/** Looks everywhere that an answer leaves a trace. */
export async function gatherEvidence(run: ScenarioRun, lane: LaneRun, turn: TurnRun): Promise<Evidence> {
  const { db, scripts } = run.world;
  const { answerId } = turn.request;
  const rows = await rowsOf(db, answerId);
  const open = turn === lane.turns.at(-1) ? await shownInOpenPages(lane, turn) : [];
  const titledBefore = lane.turns
    .slice(0, lane.turns.indexOf(turn))
    .some(({ marker }) => scripts.callsOf(marker, "title").length > 0);
  return {
    plan: turn.turn.answer,
    kept: await keptAnswer(db, answerId),
    shown: [
      ...open,
      await shownAfresh(run, turn),
      ...(await shownByReplicas(run, turn)),
      ...(await repeated(turn)),
    ],
    calls: scripts.callsOf(turn.marker, "chat"),
    titleCalls: scripts.callsOf(turn.marker, "title"),
    rows: rows.filter(({ purpose }) => purpose === "chat"),
    titleRows: rows.filter(({ purpose }) => purpose === "title"),
    openCalls: await openCallsOf(db, answerId),
    first: !titledBefore,
    stop: turn.stop,
    writer: fateOf(turn.writer, run.ended),
    anyProcessEnded: run.ended.length > 0,
    secured: turn.secured,
  };
}

const NOTHING = { text: "", reasoning: "", status: "unknown" } as const;

async function shownInOpenPages(lane: LaneRun, turn: TurnRun): Promise<Shown[]> {
  return (await lane.showing(turn)).map(({ where, shown }) => ({
    ...(shown ?? NOTHING),
    where: `browser ${where}`,
  }));
}

async function shownAfresh({ browsers }: ScenarioRun, turn: TurnRun): Promise<Shown> {
  const page = await openTab(browsers.a.context, `/chat/${turn.request.chatId}`);
  const read = async () => {
    const shown = await readAnswer(page, turn.marker);
    return shown?.status === "streaming" ? null : shown;
  };
  const shown = (await until(read, FRESH_LIMIT_MS)) ?? NOTHING;
  await page.close();
  return { ...shown, where: "a page opened afresh" };
}

async function shownByReplicas({ world }: ScenarioRun, turn: TurnRun): Promise<Shown[]> {
  const { replicas, signedIn } = world;
  await replicas.allUp();
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return Promise.all(
    replicas.urls.map(async (url, index): Promise<Shown> => {
      const response = await fetch(`${url}/api/chat/${turn.request.chatId}`, { headers: { cookie } });
      // Our own server's answer.
      const { messages } = (await response.json()) as ConversationData;
      const answer = messages.find(({ id }) => id === turn.request.answerId);
      const said = (kind: "text" | "reasoning") =>
        (answer?.parts ?? []).map((part) => (part.type === kind ? part.text : "")).join("");
      const status = Status.safeParse(answer?.metadata?.status).data ?? "unknown";
      return { where: `replica ${index}`, text: said("text"), reasoning: said("reasoning"), status };
    }),
  );
}

/** A stream that a dead process left breaks off, which is no fault of what it said. */
async function repeated(turn: TurnRun): Promise<Shown[]> {
  if (turn.run.ended.length > 0) return [];
  const kept = await keptAnswer(turn.run.world.db, turn.request.answerId);
  return Promise.all(
    turn.repeats.map(async ({ through, transcript }): Promise<Shown> => {
      const failure = await transcript.ended.then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      const said = { text: transcript.text, reasoning: kept?.reasoning ?? "" };
      return failure === null
        ? { ...said, where: through, status: kept?.status ?? "unknown" }
        : { ...said, where: `${through}, which broke off: ${failure}`, status: "unknown" };
    }),
  );
}
