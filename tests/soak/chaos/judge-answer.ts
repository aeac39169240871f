import type { LedgerRow } from "@/db/queries/ledgers";
import type { decision } from "@/db/schema";
import type { WyeMessage } from "@/lib/chat/message";
import type { Call } from "@/tests/support/upstream/call";
import { answerOf, continuationOf, cutAnswerOf, SAID_BEFORE_CUT } from "./chaos-host";
import { type ChaosBlock, type ChaosQuestion, type HostName, isMidway, SHARED } from "./plan-chaos";

export interface HostCall {
  host: HostName;
  call: Call;
}

/** All that is known of one question once it was answered. */
export interface ChaosAnswer {
  block: ChaosBlock;
  question: ChaosQuestion;
  answerId: string;
  /** Of its chat. */
  messages: readonly WyeMessage[];
  rows: readonly LedgerRow[];
  calls: readonly HostCall[];
  titleRows: readonly LedgerRow[];
  titleCalls: readonly HostCall[];
  decision: typeof decision.$inferSelect | null;
}

/** Everything about one answer that is not as it must be; nothing, when all is well. */
export function judgeAnswer(answer: ChaosAnswer): string[] {
  return [...judgeMessage(answer), ...judgeCalls(answer), ...judgeDecision(answer)];
}

/** Calls that broke off in the middle of an answer. */
const cutCalls = ({ block, calls }: ChaosAnswer): HostCall[] =>
  calls.filter(
    ({ host, call }) => isMidway(block.trouble) && host === block.host && call.sentTokens === SAID_BEFORE_CUT,
  );

/** All that is said by a host that answers, or that goes on where another broke off. */
function textFrom(answer: ChaosAnswer, host: HostName): string {
  const { marker } = answer.question;
  const [cut] = cutCalls(answer);
  return cut ? cutAnswerOf(marker, cut.host) + continuationOf(host) : answerOf(marker, host);
}

function judgeMessage(whole: ChaosAnswer): string[] {
  const { question, answerId, messages } = whole;
  const [asked, answer, ...more] = messages;
  if (!asked || !answer || more.length > 0) return [`${messages.length} messages for one question`];
  const problems: string[] = [];
  const { metadata } = answer;
  const text = answer.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const model = metadata?.model ?? "";
  const host = model.slice(0, model.indexOf("/")) as HostName;
  if (answer.id !== answerId) problems.push("the answer is another one");
  if (metadata?.status !== "complete") problems.push(`${metadata?.status}: ${metadata?.error?.code}`);
  else if (text !== textFrom(whole, host)) problems.push(`${model} is said to say ${JSON.stringify(text)}`);
  if (question.choice.kind === "model" && !model.endsWith(`/${SHARED}`))
    problems.push(`${question.choice.model} was named, and ${model} answered`);
  return problems;
}

/** Each call has its row and no other, and one of them alone brought an answer. */
function judgeCalls(whole: ChaosAnswer): string[] {
  const { rows, calls, titleRows, titleCalls } = whole;
  const problems: string[] = [];
  for (const [what, written, seen] of [
    ["answer", rows, calls],
    ["title", titleRows, titleCalls],
  ] as const) {
    const reached = written.filter(({ errorCode }) => errorCode !== "vendor_unreachable").length;
    if (reached !== seen.length)
      problems.push(`${seen.length} calls for the ${what}, ${reached} rows of calls that reached a host`);
  }
  // Whoever was hung up on speaks to nobody.
  const cut = cutCalls(whole);
  const answered = calls.filter(
    (one) => one.call.sentTokens > 0 && one.call.disconnectedAt === null && !cut.includes(one),
  );
  if (answered.length !== 1 || cut.length > 1)
    problems.push(`${answered.length} hosts answered, ${cut.length} broke off`);
  const outcomes = rows.map(({ outcome }) => outcome);
  if (outcomes.at(-1) !== "complete" || outcomes.slice(0, -1).some((outcome) => outcome !== "failed"))
    problems.push(`calls that ended ${outcomes.join(", ")}`);
  const ways = rows.map(({ credentialId, model }) => `${credentialId} ${model}`);
  if (new Set(ways).size < ways.length) problems.push("a way was tried twice while there was another");
  return problems;
}

function judgeDecision({ decision, rows }: ChaosAnswer): string[] {
  if (decision === null) return ["no decision is kept"];
  const problems: string[] = [];
  if (decision.callId !== rows.at(-1)?.id) problems.push("the decision does not tell the last call");
  if (decision.hops !== rows.length - 1) problems.push(`${decision.hops} hops for ${rows.length} calls`);
  return problems;
}
