import { insertSummaryAbove } from "@/db/queries/summaries";
import type { CompletionResult } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import type { Choice } from "@/lib/router/choice";
import { transact } from "@/lib/transact";
import type { AskedMessage, BegunReply } from "./begin-reply";
import type { Compaction } from "./message";
import type { Run } from "./run";
import { sentPath } from "./sent-path";
import { standsFor } from "./stands-for";
import { type SummaryPlace, summarize } from "./summarize";
import { toPassages } from "./summary-material";

/** What came of it: the path as it is sent now; or that the summary was stopped. Null: there is nothing to summarise, or
 *  it could not be. */
export type Compacted = { path: AskedMessage[] } | { stopped: CompletionResult } | null;

/** Has what leads to a question summarised before it is answered, and keeps the summary above the question, where people
 *  see it and later turns begin. The run that answers says so meanwhile. */
export async function compactPath(
  context: Context,
  run: Run,
  { choice, begun: { path, questionId } }: { choice: Choice; begun: Pick<BegunReply, "path" | "questionId"> },
): Promise<Compacted> {
  const at = path.findLastIndex(({ role }) => role === "user");
  const question = path[at];
  const above = sentPath(path.slice(0, Math.max(0, at)), ({ text }) => text.trim() === "");
  // One summary alone is as short as it can be made.
  const isShort = above.every(({ role, text }) => role === "summary" || text.trim() === "");
  if (!question || questionId === null || isShort) return null;
  const place = new SummaryBeside(run, standsFor(above));
  const result = await written(context, place, choice, toPassages(above));
  if (result?.outcome === "stopped" || result?.outcome === "interrupted") return { stopped: result };
  const isWhole = result?.outcome === "complete" && place.said.trim() !== "";
  const isKept = isWhole && (await keep(context, place, questionId, result));
  place.say(isKept ? "written" : "dropped");
  if (!isWhole) return null;
  const summary = { role: "summary", status: "complete", text: place.said } as const;
  return { path: [summary, question] };
}

/** Null: no model could be asked. */
async function written(
  context: Context,
  place: SummaryBeside,
  choice: Choice,
  passages: string[],
): Promise<CompletionResult | null> {
  try {
    return await summarize(context, place, { choice, passages });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log().warn({ code: error.code, chatId: place.key.chatId }, "a conversation could not be summarised");
    return null;
  }
}

/** Of a comparison's answers the first that is summarised for keeps its summary; those of the others are for them alone. */
async function keep(
  context: Context,
  place: SummaryBeside,
  questionId: string,
  { model, displayName, callId }: CompletionResult,
): Promise<boolean> {
  const { chatId, answerId: id } = place.key;
  const summary = {
    ...{ teamId: context.actor.teamId, chatId, id, text: place.said, model, modelName: displayName, callId },
    summary: { of: place.of, editedAt: null },
  };
  return transact(context, ({ db: tx }) => insertSummaryAbove(tx, questionId, summary));
}

/** A summary that is written while an answer waits for it. */
class SummaryBeside implements SummaryPlace {
  readonly key: SummaryPlace["key"];
  readonly of: number;
  readonly #run: Run;
  #said = "";

  constructor(run: Run, of: number) {
    this.key = { chatId: run.key.chatId, answerId: newId() };
    this.of = of;
    this.#run = run;
    this.say("writing");
  }

  get signal(): AbortSignal {
    return this.#run.signal;
  }

  get said(): string {
    return this.#said;
  }

  say(state: Compaction["state"]): void {
    this.#run.know({ compaction: { summaryId: this.key.answerId, of: this.of, state } });
  }

  know(): void {
    // Of which part it reads nobody is told: they wait for the answer.
  }

  /** Who summarises does not answer: the run is not told. */
  start(): void {
    this.#said = "";
  }

  reasoning(): void {
    // A summary has none.
  }

  text(delta: string): void {
    this.#said += delta;
  }
}
