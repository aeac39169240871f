import { setContinuedLengths } from "@/db/queries/messages";
import { complete } from "@/lib/completion/complete";
import type { Offers } from "@/lib/completion/offers";
import { type PlannedCall, planCall } from "@/lib/completion/plan-call";
import type { CompletionRequest, CompletionResult, RouteTaken } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { faultOf } from "@/lib/router/failover/fault-of";
import { askedQuestion } from "./asked-question";
import type { BegunReply } from "./begin-reply";
import { type Compacted, compactPath } from "./compact-path";
import { ContinuedReply } from "./continued-reply";
import type { ReplyInput } from "./reply-input";
import { replyPrompt } from "./reply-prompt";
import type { Run } from "./run";

export interface ReplyWork {
  input: Pick<ReplyInput, "choice" | "standIn">;
  begun: BegunReply;
  offers: Promise<Offers>;
}

/** Has a model write a reply. What is too long for it is summarised first, where that is the team's way or no model of
 *  the mode has the room. Where the reply breaks off and the team wants it so, the next model goes on, once.
 *  @throws AppError as `complete` */
export async function writeReply(context: Context, run: Run, work: ReplyWork): Promise<CompletionResult> {
  const asked = toRequest(run, work);
  const offers = await work.offers;
  const planned = planCall(context, offers, asked);
  const isTooLong = planned.plan.routed?.decision.compact === true && compacts(work, offers);
  const before = isTooLong ? await compact(context, run, work, asked) : null;
  if (before && "stopped" in before) return before.stopped;
  const { begun, request } = before ?? { begun: work.begun, request: asked };
  const result = await answer(context, run, { begun, request, offers, ...(!before && { planned }) });
  if (isTooLong || !isRefusedAsTooLong(run, result) || !compacts(work, offers)) return result;
  const after = await compact(context, run, work, asked);
  if (after === null) return result;
  return "stopped" in after
    ? after.stopped
    : answer(context, run, { ...after, offers, route: roomTried(result) });
}

function toRequest(run: Run, { input, begun }: ReplyWork): CompletionRequest {
  return {
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
}

/** Where a model was named, and no other may answer for it, the person is asked which way to go. */
const compacts = ({ input }: ReplyWork, { policy }: Offers): boolean =>
  policy.tooLong === "compact" || input.choice.kind === "mode";

const isRefusedAsTooLong = (run: Run, { error }: CompletionResult): boolean =>
  error?.code === "context_too_long" && run.textOf("text") === "" && !run.signal.aborted;

/** A shorter prompt may go to those that found the first one too long. */
const roomTried = ({ route }: CompletionResult): RouteTaken => ({
  ...route,
  attempts: route.attempts.filter(({ fault }) => fault !== "room"),
});

/** The same reply and request with a summary in the place of what is above the question; no vendor has any of that in
 *  its cache. Null: it stays as it is. */
async function compact(
  context: Context,
  run: Run,
  { input: { choice }, begun }: ReplyWork,
  request: CompletionRequest,
): Promise<
  { begun: BegunReply; request: CompletionRequest } | Extract<Compacted, { stopped: unknown }> | null
> {
  const compacted = await compactPath(context, run, { choice, begun });
  if (compacted === null || "stopped" in compacted) return compacted;
  const shorter = { ...begun, path: compacted.path };
  const { asked } = request;
  const before = asked?.before && { ...asked.before, cachedTokens: 0 };
  return {
    begun: shorter,
    request: {
      ...request,
      prompt: replyPrompt(shorter),
      ...(asked && { asked: { ...asked, before: before ?? null } }),
    },
  };
}

interface Answering {
  begun: BegunReply;
  request: CompletionRequest;
  offers: Offers;
  planned?: PlannedCall;
  route?: RouteTaken;
}

async function answer(
  context: Context,
  run: Run,
  { begun, request, offers, planned, route }: Answering,
): Promise<CompletionResult> {
  if (begun.cut) run.beginWith(begun.cut);
  const continued = begun.cut && new ContinuedReply(run, begun.cut);
  const given = { offers: Promise.resolve(offers), ...(planned && { planned }), ...(route && { route }) };
  const result = await complete(context, request, continued ?? run, given).finally(() => continued?.end());
  // What a person continued by a click goes on by a click.
  if (begun.cut || !isCut(run, result) || offers.policy.cutAnswer !== "continue") return result;
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
  offers: Offers;
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
  const given = { offers: Promise.resolve(offers), route };
  return complete(context, onward, continued, given).finally(() => continued.end());
}
