import { approxTokens } from "@/lib/completion/approx-tokens";
import { complete } from "@/lib/completion/complete";
import { planSummary, type SummaryPlan } from "@/lib/completion/plan-summary";
import type { CompletionResult, CompletionSink } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Choice } from "@/lib/router/choice";
import type { MessageMetadata } from "./message";
import type { RunKey } from "./run";
import { SUMMARY_INSTRUCTION, splitMaterial } from "./summary-material";
import { withEarlierCalls } from "./with-earlier-calls";

/** Where a summary is written: a run of its own, or what is kept of it beside another. */
export interface SummaryPlace extends CompletionSink {
  /** `answerId` is the summary's. */
  readonly key: Pick<RunKey, "chatId" | "answerId">;
  readonly signal: AbortSignal;
  know(known: Pick<MessageMetadata, "part">): void;
}

export interface SummaryWork {
  choice: Choice;
  /** What is summarised, oldest first. */
  passages: string[];
}

const MAX_ROUNDS = 6;
const LEAST_ROOM_TOKENS = 256;

/** Writes a summary. Material that no model takes at once is summarised in parts, and the parts' summaries
 *  are summarised; so is what a vendor refuses as too long, in portions half as large, with the summaries that were
 *  paid for before it. Each call has its ledger row, which names the summary's message.
 *  @returns how the last call ended, it wrote the summary or could not, with what all of them cost
 *  @throws AppError as `complete`; `context_too_long` when summaries of parts do not become shorter */
export async function summarize(
  context: Context,
  place: SummaryPlace,
  work: SummaryWork,
): Promise<CompletionResult> {
  const plan = await planSummary(context, work.choice, tokensOf(work.passages));
  let room = plan.room ?? Number.POSITIVE_INFINITY;
  let passages = work.passages;
  const earlier: CompletionResult[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const pieces = Number.isFinite(room) ? splitMaterial(passages, room) : [passages.join("\n\n")];
    const { last, texts } = await readPieces(context, place, plan, pieces, earlier);
    if (!last) throw new RangeError("there is nothing to summarise");
    const isTooLong = last.error?.code === "context_too_long";
    const smaller = Math.floor(Math.min(room, tokensOf(pieces)) / 2);
    if (isTooLong ? smaller < LEAST_ROOM_TOKENS : pieces.length === 1 || last.outcome !== "complete") {
      return withEarlierCalls(last, earlier);
    }
    earlier.push(last);
    if (isTooLong) room = smaller;
    passages = [...texts, ...pieces.slice(texts.length)];
  }
  throw new AppError("context_too_long", { model: earlier.at(-1)?.displayName ?? "" });
}

/** One call a piece, until one does not end well. A single piece is written into its place as it comes. */
async function readPieces(
  context: Context,
  place: SummaryPlace,
  plan: SummaryPlan,
  pieces: readonly string[],
  earlier: CompletionResult[],
): Promise<{ last: CompletionResult | null; texts: string[] }> {
  let last: CompletionResult | null = null;
  const texts: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const said: string[] = [];
    if (pieces.length > 1) place.know({ part: { at: index + 1, of: pieces.length } });
    const sink = pieces.length === 1 ? place : collector(place, said);
    if (last) earlier.push(last);
    last = await askFor(context, place, plan, piece, sink);
    if (last.outcome !== "complete") break;
    texts.push(said.join(""));
  }
  return { last, texts };
}

function askFor(
  context: Context,
  place: SummaryPlace,
  { choice, maxOutputTokens }: SummaryPlan,
  piece: string,
  sink: CompletionSink,
): Promise<CompletionResult> {
  return complete(
    context,
    {
      purpose: "summary",
      choice,
      prompt: [
        { role: "system", content: SUMMARY_INSTRUCTION },
        { role: "user", content: [{ type: "text", text: piece }] },
      ],
      chatId: place.key.chatId,
      messageId: place.key.answerId,
      signal: place.signal,
      ...(maxOutputTokens === null ? {} : { maxOutputTokens }),
    },
    sink,
  );
}

/** Tells the place who writes, and keeps what is written from it. */
const collector = (place: SummaryPlace, said: string[]): CompletionSink => ({
  start: (start, decisionId) => place.start(start, decisionId),
  reasoning: () => undefined,
  text: (delta) => said.push(delta),
});

const tokensOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + approxTokens(text), 0);
