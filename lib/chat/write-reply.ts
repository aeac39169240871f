import { setContinuedLengths } from "@/db/queries/messages";
import { complete } from "@/lib/completion/complete";
import type { Offers } from "@/lib/completion/offers";
import type { CompletionRequest, CompletionResult } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { faultOf } from "@/lib/router/failover/fault-of";
import { askedQuestion } from "./asked-question";
import type { BegunReply } from "./begin-reply";
import { ContinuedReply } from "./continued-reply";
import type { ReplyInput } from "./reply-input";
import { replyPrompt } from "./reply-prompt";
import type { Run } from "./run";

export interface ReplyWork {
  input: Pick<ReplyInput, "choice" | "standIn">;
  begun: BegunReply;
  offers: Promise<Offers>;
}

/** Has a model write a reply. Where it breaks off and the team wants it so, the next model goes on, once.
 *  @throws AppError as `complete` */
export async function writeReply(
  context: Context,
  run: Run,
  { input, begun, offers }: ReplyWork,
): Promise<CompletionResult> {
  const request: CompletionRequest = {
    purpose: "chat",
    choice: input.choice,
    asked: askedQuestion(begun, input),
    prompt: replyPrompt(begun),
    temperature: begun.settings.temperature,
    maxOutputTokens: begun.settings.maxOutputTokens,
    effort: begun.settings.effort,
    chatId: run.key.chatId,
    messageId: run.key.answerId,
    signal: run.signal,
  };
  if (begun.cut) run.beginWith(begun.cut);
  const continued = begun.cut && new ContinuedReply(run, begun.cut);
  const result = await complete(context, request, continued ?? run, { offers }).finally(() =>
    continued?.end(),
  );
  // What a person continued by a click goes on by a click.
  if (begun.cut || !isCut(run, result) || (await offers).policy.cutAnswer !== "continue") return result;
  return goOn(context, run, request, { begun, offers, result });
}

/** Whether it broke off in the middle for no fault of the question. */
function isCut(run: Run, { outcome, error }: CompletionResult): boolean {
  if (outcome !== "failed" || !error || run.signal.aborted) return false;
  const fault = faultOf(error);
  return fault !== "asker" && fault !== "room" && run.textOf("text") + run.textOf("reasoning") !== "";
}

interface Cut {
  begun: BegunReply;
  offers: Promise<Offers>;
  result: CompletionResult;
}

async function goOn(
  context: Context,
  run: Run,
  request: CompletionRequest,
  { begun, offers, result }: Cut,
): Promise<CompletionResult> {
  const { teamId, answerId } = run.key;
  const cut = {
    text: run.textOf("text"),
    reasoning: run.textOf("reasoning"),
    reasoningMs: run.reasoningMs,
  };
  const { callId, route, cost, currency, costStatus } = result;
  // Before another model is asked: a reaper must know which words that call did not write.
  const lengths = { text: cut.text.length, reasoning: cut.reasoning.length, callId };
  await setContinuedLengths(context.db, teamId, answerId, lengths);
  run.know({ continues: { cost, currency, costStatus } });
  const continued = new ContinuedReply(run, cut);
  const onward = { ...request, prompt: replyPrompt({ ...begun, cut }) };
  return complete(context, onward, continued, { offers, route }).finally(() => continued.end());
}
