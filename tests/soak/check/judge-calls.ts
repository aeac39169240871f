import { piecesOf } from "@/tests/support/upstream/script";
import { toScript } from "../plan/to-script";
import type { Evidence, Problem, ProblemKind, SeenCall } from "./evidence";

/** One call for one question, one row for one call, and in the row what the upstream itself counted. */
export function judgeCalls(evidence: Evidence): Problem[] {
  const { plan, kept, calls, rows, openCalls, titleCalls, titleRows, first, anyProcessEnded } = evidence;
  const problems: Problem[] = [];
  const say = (kind: ProblemKind, detail: string) => problems.push({ kind, detail });

  if (calls.length > 1) say("calls", `the upstream was asked ${calls.length} times for one question`);
  if (calls.length === 0 && !anyProcessEnded) say("calls", "the upstream was never asked");
  if (openCalls > 0) say("ledger", `${openCalls} calls are still open`);
  for (const [what, asked, written] of [
    ["answer", calls, rows],
    ["title", titleCalls, titleRows],
  ] as const) {
    // Between its open call and the upstream a process can die: then there is a row without a call.
    const unsent = written.filter(({ outcome }) => outcome === "interrupted").length;
    const most = asked.length + (anyProcessEnded ? unsent : 0);
    if (written.length < asked.length || written.length > most)
      say("ledger", `${asked.length} calls for the ${what}, ${written.length} rows`);
  }
  const titled = kept !== null && (kept.status === "complete" || kept.status === "stopped");
  if (first && titled && !anyProcessEnded && titleCalls.length !== 1)
    say("calls", `${titleCalls.length} calls for the title`);
  if (!first && titleCalls.length > 0) say("calls", "a title was asked for again");

  const [call] = calls;
  const [row] = rows;
  if (kept === null || row === undefined || rows.length > 1) return problems;
  if (kept.status !== row.outcome && !(evidence.writer !== "lives" && row.outcome === "complete"))
    say("ledger", `the answer is ${kept.status}, its row ${row.outcome}`);
  if (row.outcome === "stopped" && call && !sawTheEnd(plan, call))
    say("calls", "the upstream of a stopped answer saw no disconnect");
  if (call) problems.push(...judgeRow(plan, call, row));
  for (const [at, titleRow] of titleRows.entries()) {
    const titleCall = titleCalls[at];
    if (titleCall && titleRow.outcome === "complete")
      problems.push(...judgeBuckets("title", titleCall, titleRow));
  }
  return problems;
}

/** A Stop can come when the last piece is on its way. */
const sawTheEnd = (plan: Evidence["plan"], { disconnectedAt, endedAt, sentTokens }: SeenCall): boolean =>
  disconnectedAt !== null || (endedAt !== null && sentTokens === piecesOf(toScript(plan)).length);

type Row = Evidence["rows"][number];

function judgeRow(plan: Evidence["plan"], call: SeenCall, row: Row): Problem[] {
  const priced = !plan.model.startsWith("openai-compatible/");
  if (call.billed === null) {
    const used = row.inputTokens + row.outputTokens + row.reasoningTokens;
    return used === 0 ? [] : [{ kind: "ledger", detail: `a refused call is billed ${used} tokens` }];
  }
  // Otherwise the vendor's own count of the whole answer did not reach the server.
  const exact = plan.reportUsage && row.outcome === "complete";
  const must = priced ? (exact ? "exact" : "estimated") : "unpriced";
  const problems: Problem[] = [];
  if (row.status !== must)
    problems.push({ kind: "ledger", detail: `${row.status}, where it must be ${must}` });
  if (exact !== (row.estimateMethod === null))
    problems.push({ kind: "ledger", detail: `method ${row.estimateMethod}, exact ${exact}` });
  if (exact) problems.push(...judgeBuckets("answer", call, row));
  else if (row.inputTokens === 0) problems.push({ kind: "ledger", detail: "an estimate without input" });
  return problems;
}

function judgeBuckets(what: string, { billed }: SeenCall, row: Row): Problem[] {
  const counted = {
    input: row.inputTokens,
    cacheRead: row.cacheReadTokens,
    cacheWrite: row.cacheWriteTokens,
    output: row.outputTokens,
    reasoning: row.reasoningTokens,
  };
  const same =
    billed !== null &&
    Object.entries(counted).every(([bucket, n]) => billed[bucket as keyof typeof counted] === n);
  return same
    ? []
    : [
        {
          kind: "ledger",
          detail: `${what}: ${JSON.stringify(counted)}, the upstream counted ${JSON.stringify(billed)}`,
        },
      ];
}
