import { expect, test } from "vitest";
import { piecesOf } from "@/tests/support/upstream/script";
import type { AnswerPlan } from "../plan/scenario";
import { toScript } from "../plan/to-script";
import type { Evidence, ProblemKind } from "./evidence";
import { judge } from "./judge";

const TEXT = Array.from({ length: 30 }, (_, at) => `w${at}`).join(" ");
const PLAN: AnswerPlan = {
  marker: "soak-1-1-0-z",
  model: "openai/gpt-4o-mini",
  text: TEXT,
  reasoning: "",
  inlineThink: false,
  pieceLength: null,
  torn: false,
  paceMs: 5,
  firstDelayMs: 0,
  reportUsage: true,
  inputTokens: 12,
  cacheReadTokens: 3,
  fault: null,
  faultAfter: 5,
  holdAt: null,
};
const BILLED = { input: 12, cacheRead: 3, cacheWrite: 0, output: 30, reasoning: 0 };
const CALL = { billed: BILLED, disconnectedAt: null, endedAt: 2, sentTokens: 30, status: 200 };
const ROW = {
  outcome: "complete",
  status: "exact",
  estimateMethod: null,
  inputTokens: 12,
  cacheReadTokens: 3,
  cacheWriteTokens: 0,
  outputTokens: 30,
  reasoningTokens: 0,
} as const;
const TITLE = { ...CALL, billed: { ...BILLED, output: 2 } };
const TITLE_ROW = { ...ROW, outputTokens: 2 } as const;

/** An answer with which nothing is wrong. */
const WELL: Evidence = {
  plan: PLAN,
  kept: { text: TEXT, reasoning: "", status: "complete" },
  shown: [{ where: "browser a", text: TEXT, reasoning: "", status: "complete" }],
  calls: [CALL],
  titleCalls: [TITLE],
  rows: [ROW],
  titleRows: [TITLE_ROW],
  openCalls: 0,
  first: true,
  stop: { asked: false, confirmed: false },
  writer: "lives",
  anyProcessEnded: false,
  secured: [],
};

/** One that was stopped after 10 of its words, at which the upstream held it. */
const HELD = piecesOf(toScript(PLAN))
  .slice(0, 10)
  .map(([, piece]) => piece)
  .join("");
const CUT_CALL = { ...CALL, sentTokens: 10, disconnectedAt: 2, billed: { ...BILLED, output: 10 } };
const CUT_ROW = { ...ROW, status: "estimated", estimateMethod: "o200k_base", outputTokens: 20 } as const;
const STOPPED: Evidence = {
  ...WELL,
  plan: { ...PLAN, holdAt: 10 },
  kept: { text: HELD, reasoning: "", status: "stopped" },
  shown: [{ where: "browser a", text: HELD, reasoning: "", status: "stopped" }],
  calls: [CUT_CALL],
  rows: [{ ...CUT_ROW, outcome: "stopped" }],
  stop: { asked: true, confirmed: true },
};
const KILLED: Evidence = {
  ...STOPPED,
  kept: { text: HELD, reasoning: "", status: "interrupted" },
  shown: [{ where: "browser a", text: HELD, reasoning: "", status: "interrupted" }],
  rows: [{ ...CUT_ROW, outcome: "interrupted" }],
  stop: { asked: false, confirmed: false },
  titleCalls: [],
  titleRows: [],
  writer: "ended",
  anyProcessEnded: true,
  secured: [{ text: HELD, reasoning: "" }],
};

const kept = (text: string, of: Evidence = WELL): Evidence["kept"] => of.kept && { ...of.kept, text };

test.each([
  ["complete", WELL],
  ["stopped", STOPPED],
  ["killed", KILLED],
])("nothing is wrong with an answer that is %s as it must be", (_, evidence) => {
  expect(judge(evidence)).toEqual([]);
});

const WRONG: readonly [string, ProblemKind, Evidence][] = [
  ["a doubled word", "duplicate", { ...WELL, kept: kept(TEXT.replace("w5", "w5 w5")) }],
  ["a missing word", "gap", { ...WELL, kept: kept(TEXT.replace("w5 ", "")) }],
  ["swapped words", "swapped", { ...WELL, kept: kept(TEXT.replace("w5 w6", "w6 w5")) }],
  ["a complete answer that is not whole", "lost", { ...WELL, kept: kept(HELD) }],
  ["no answer at all", "lost", { ...WELL, kept: null }],
  ["more than the upstream had sent", "foreign", { ...KILLED, kept: kept(TEXT, KILLED) }],
  ["less than the log had", "lost", { ...KILLED, kept: kept("w0 w1", KILLED), shown: [] }],
  ["less than a page had shown", "lost", { ...STOPPED, secured: [{ text: TEXT, reasoning: "" }] }],
  [
    "an interruption while every process lives",
    "status",
    { ...KILLED, writer: "lives", anyProcessEnded: false },
  ],
  ["a Stop that was confirmed and did not stop", "status", { ...STOPPED, kept: WELL.kept }],
  [
    "a stopped answer that nobody stopped",
    "status",
    { ...STOPPED, stop: { asked: false, confirmed: false } },
  ],
  [
    "a page that shows less",
    "shown",
    { ...WELL, shown: [{ ...WELL.shown[0], where: "b", text: HELD, reasoning: "", status: "complete" }] },
  ],
  [
    "a page that still waits",
    "shown",
    { ...WELL, shown: [{ where: "b", text: TEXT, reasoning: "", status: "streaming" }] },
  ],
  ["a second call for one question", "calls", { ...WELL, calls: [CALL, CALL], rows: [ROW, ROW] }],
  [
    "an upstream that goes on after a Stop",
    "calls",
    { ...STOPPED, calls: [{ ...CUT_CALL, disconnectedAt: null, endedAt: null }] },
  ],
  ["a missing row", "ledger", { ...WELL, rows: [] }],
  ["a row too many", "ledger", { ...WELL, rows: [ROW, ROW] }],
  [
    "a row for an interrupted call too many, while every process lives",
    "ledger",
    { ...WELL, rows: [ROW, { ...ROW, outcome: "interrupted" }] },
  ],
  ["a title without a row", "ledger", { ...WELL, titleRows: [] }],
  ["no call for a title", "calls", { ...WELL, titleCalls: [], titleRows: [] }],
  ["an open call", "ledger", { ...WELL, openCalls: 1 }],
  ["a count that is not the upstream's", "ledger", { ...WELL, rows: [{ ...ROW, outputTokens: 29 }] }],
  [
    "a bucket in another's place",
    "ledger",
    { ...WELL, rows: [{ ...ROW, inputTokens: 15, cacheReadTokens: 0 }] },
  ],
  [
    "an estimate where the count came",
    "ledger",
    { ...WELL, rows: [{ ...ROW, status: "estimated", estimateMethod: "o200k_base" }] },
  ],
  ["an exact row where no count came", "ledger", { ...WELL, plan: { ...PLAN, reportUsage: false } }],
  ["a row that says another end", "ledger", { ...WELL, rows: [{ ...ROW, outcome: "failed" }] }],
];

test.each(WRONG)("%s is found", (_, kind, evidence) => {
  expect(judge(evidence).map((problem) => problem.kind)).toContain(kind);
});
