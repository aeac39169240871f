import {
  findMessage,
  listPath,
  type MessageRow,
  type PathMessage,
  setContinuedLengths,
} from "@/db/queries/messages";
import { listTurnsAbove } from "@/db/queries/summaries";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type ClaimedRun, claimRun } from "./claim-run";
import type { CutAnswer } from "./continued-reply";
import type { PartCost } from "./message";
import type { ReplyInput } from "./reply-input";
import { toPartCost } from "./to-ui-message";
import { withCosts } from "./with-costs";

export interface BegunReply extends ClaimedRun {
  /** To the question, oldest first, from the root or from the last summary in effect. */
  path: AskedMessage[];
  /** What stands right above a summary that the path begins with: it is not sent, and the router goes by it. */
  aboveSummary: AskedMessage[];
  /** The last message of the path. */
  questionId: string | null;
  /** What the reply goes on from, and what that had cost. */
  cut: (CutAnswer & { cost: PartCost | null }) | null;
}

/** A message of the path to a question. */
export type AskedMessage = Pick<MessageRow, "role" | "status" | "text"> &
  Partial<Pick<PathMessage, "model" | "mode" | "cachedTokens" | "summary">>;

/** Messages: two turns. */
const TURNS_ABOVE = 4;

/** Writes the question, the place of its answer and its run. @returns null when the answer is there already: the request is
 *  a repetition and nothing was written.
 *  @throws AppError as `claimRun` */
export async function beginReply(context: Context, input: ReplyInput): Promise<BegunReply | null> {
  const claimed = await claimRun(context, input);
  if (!claimed) return null;
  const { db, actor } = context;
  const { message, parentId, chatId } = input;
  const [before, cut] = await Promise.all([
    parentId === null ? [] : listPath(db, actor.teamId, chatId, parentId, { fromSummary: true }),
    input.continuesId === undefined ? null : cutAnswer(context, input, input.continuesId),
  ]);
  const question = { role: "user", status: "complete", text: message?.text ?? "" } as const;
  const path = message ? [...before, question] : before;
  const [first] = before;
  const aboveSummary =
    first?.role === "summary" ? await listTurnsAbove(db, actor.teamId, first.id, TURNS_ABOVE) : [];
  return { path, aboveSummary, questionId: message?.id ?? parentId, ...claimed, cut };
}

/** What the reply begins with. How much that is stands with the reply before a model is asked: a reaper must know which
 *  of its words another call paid for. */
async function cutAnswer(
  { db, actor }: Context,
  { chatId, answerId }: ReplyInput,
  continuesId: string,
): Promise<BegunReply["cut"]> {
  const row = await findMessage(db, actor.teamId, chatId, continuesId);
  if (!row) throw new AppError("not_found");
  const { text, reasoning, reasoningMs } = row.message;
  const lengths = { text: text.length, reasoning: reasoning.length };
  await setContinuedLengths(db, actor.teamId, answerId, lengths);
  const [costed] = await withCosts({ db }, [row]);
  return { text, reasoning, reasoningMs, cost: row.cost && toPartCost(row.cost, costed?.corrected ?? null) };
}
