import { expect, test } from "vitest";
import { answerOf, continuationOf, cutAnswerOf, SAID_BEFORE_CUT } from "./chaos-host";
import { type ChaosAnswer, judgeAnswer } from "./judge-answer";
import { type ChaosQuestion, planChaos, SHARED } from "./plan-chaos";

const [block] = planChaos(1, 4);
if (!block) throw new RangeError("no block");
const question: ChaosQuestion = {
  marker: "chaos-1-1-q",
  text: "?",
  choice: { kind: "model", model: `a/${SHARED}` },
};

type Row = ChaosAnswer["rows"][number];
const row = (change: Partial<Row>): Row =>
  ({ id: "1", outcome: "complete", errorCode: null, credentialId: "k", model: SHARED, ...change }) as Row;
const FAILED = row({ id: "0", outcome: "failed", errorCode: "vendor_cut", credentialId: "j" });
const call = (sentTokens: number, host = "a") =>
  ({ host, call: { sentTokens, disconnectedAt: null } }) as ChaosAnswer["calls"][number];
const messages = (text = answerOf(question.marker, "d"), model = `d/${SHARED}`): ChaosAnswer["messages"] => [
  { id: "q", role: "user", parts: [] },
  {
    id: "answer",
    role: "assistant",
    parts: [{ type: "text", text }],
    metadata: { parentId: "q", status: "complete", createdAt: "", model },
  },
];
const whole = (change: Partial<ChaosAnswer> = {}): ChaosAnswer => ({
  block,
  question,
  answerId: "answer",
  messages: messages(),
  rows: [FAILED, row({})],
  calls: [call(0), call(9)],
  titleRows: [row({})],
  titleCalls: [call(2)],
  decision: { callId: "1", hops: 1 } as ChaosAnswer["decision"],
  ...change,
});

test("an answer from elsewhere, after a call that failed, is as it must be", () => {
  expect(judgeAnswer(whole())).toEqual([]);
  const unreached = row({ id: "0", outcome: "failed", errorCode: "vendor_unreachable", credentialId: "j" });
  expect(judgeAnswer(whole({ rows: [unreached, row({})], calls: [call(9)] }))).toEqual([]);
});

test("an answer that broke off is as it must be where another host goes on with its words", () => {
  const midway = { ...block, trouble: "cut-midway" as const, host: "a" as const };
  const text = cutAnswerOf(question.marker, "a") + continuationOf("d");
  const calls = [call(SAID_BEFORE_CUT), call(9, "d")];
  expect(judgeAnswer(whole({ block: midway, messages: messages(text), calls }))).toEqual([]);
  for (const wrong of [cutAnswerOf(question.marker, "a"), answerOf(question.marker, "d"), text.repeat(2)])
    expect(judgeAnswer(whole({ block: midway, messages: messages(wrong), calls }))).not.toEqual([]);
  expect(judgeAnswer(whole({ messages: messages(text), calls }))).not.toEqual([]);
  const twice = [call(SAID_BEFORE_CUT), call(SAID_BEFORE_CUT)];
  expect(judgeAnswer(whole({ block: midway, messages: messages(text), calls: twice }))).not.toEqual([]);
});

test.each<[string, Partial<ChaosAnswer>]>([
  ["two answers", { messages: [...messages(), ...messages().slice(1)] }],
  ["no answer", { messages: messages().slice(0, 1) }],
  ["another one's words", { messages: messages("Of something else") }],
  ["words said twice", { messages: messages(answerOf(question.marker, "d").repeat(2)) }],
  [
    "another model than the one that was named",
    { messages: messages(answerOf("chaos-1-1-q", "c"), "c/gamma-1") },
  ],
  ["two hosts that answered", { calls: [call(9), call(9)] }],
  ["a call without a row", { calls: [call(0), call(0), call(9)] }],
  ["a row without a call", { calls: [call(9)] }],
  ["a title without a row", { titleRows: [] }],
  ["a failure at the end", { rows: [row({ id: "0", credentialId: "j" }), { ...FAILED, id: "1" }] }],
  ["the same way twice", { rows: [{ ...FAILED, credentialId: "k" }, row({})] }],
  ["no decision", { decision: null }],
  ["a decision that tells another call", { decision: { callId: "0", hops: 1 } as ChaosAnswer["decision"] }],
  ["a decision that counts wrongly", { decision: { callId: "1", hops: 0 } as ChaosAnswer["decision"] }],
])("is found: %s", (_what, change) => {
  expect(judgeAnswer(whole(change))).not.toEqual([]);
});
