import type { MessageStatus } from "@/lib/chat/message";
import { compareSaid } from "./compare-said";
import type { Evidence, Problem, ProblemKind } from "./evidence";
import { judgeCalls } from "./judge-calls";
import { plainText } from "./plain-text";
import { sentOf } from "./sent-of";

/** Everything about one answer that is not as it must be; nothing, when all is well. */
export function judge(evidence: Evidence): Problem[] {
  return [...judgeStatus(evidence), ...judgeKept(evidence), ...judgeShown(evidence), ...judgeCalls(evidence)];
}

function judgeStatus({ plan, kept, stop, writer, calls }: Evidence): Problem[] {
  if (kept === null) return [problem("lost", "the server has no such answer")];
  const may = new Set<MessageStatus>([plan.fault === null ? "complete" : "failed"]);
  if (stop.asked) may.add("stopped");
  if (writer !== "lives") may.add("interrupted");
  // A held answer cannot have ended by itself before what it was held for.
  const certain = plan.holdAt !== null && calls.some(({ sentTokens }) => sentTokens === plan.holdAt);
  if (certain && stop.confirmed && writer === "lives") return only("stopped", kept.status);
  if (certain && writer === "ended" && !stop.asked) return only("interrupted", kept.status);
  return may.has(kept.status)
    ? []
    : [problem("status", `${kept.status}, where it can only be ${[...may].join(" or ")}`)];
}

function only(must: MessageStatus, is: MessageStatus): Problem[] {
  return must === is ? [] : [problem("status", `${is}, where it must be ${must}`)];
}

/** What is kept is what was sent, from the first word, and whole where it is said to be. */
function judgeKept({ plan, kept, calls, secured }: Evidence): Problem[] {
  if (kept === null) return [];
  const sent = sentOf(plan, Math.max(0, ...calls.map(({ sentTokens }) => sentTokens)));
  const problems: Problem[] = [];
  for (const [part, letter] of [
    ["text", "w"],
    ["reasoning", "r"],
  ] as const) {
    const difference = compareSaid(kept[part], sent[part], letter);
    if (difference)
      problems.push(problem(difference, `${part}: kept ${tail(kept[part])}, sent ${tail(sent[part])}`));
    if (kept.status === "complete" && kept[part] !== plan[part])
      problems.push(problem("lost", `${part}: complete with ${kept[part].length} of ${plan[part].length}`));
    for (const before of secured)
      if (!plainText(kept[part]).startsWith(secure(before[part])))
        problems.push(
          problem("lost", `${part}: ended ${tail(kept[part])}, but ${tail(before[part])} was there before`),
        );
  }
  if (kept.text !== "" && kept.reasoning !== plan.reasoning)
    problems.push(problem("lost", "text without the whole reasoning that came before it"));
  return problems;
}

/** A half of a character at the end may have become a whole one. */
const secure = (text: string): string => plainText(text).replace(/\ufffd+$/, "");

function judgeShown({ kept, shown }: Evidence): Problem[] {
  if (kept === null) return [];
  return shown.flatMap((one) => {
    const differs = (["text", "reasoning"] as const).filter(
      (part) => plainText(one[part]) !== plainText(kept[part]),
    );
    const parts = differs.map((part) =>
      problem("shown", `${one.where}: ${part} is ${tail(one[part])}, kept is ${tail(kept[part])}`),
    );
    if (one.status !== kept.status)
      parts.push(problem("shown", `${one.where}: ${one.status}, kept is ${kept.status}`));
    return parts;
  });
}

const tail = (text: string): string => `${text.length} characters, …${JSON.stringify(text.slice(-30))}`;
const problem = (kind: ProblemKind, detail: string): Problem => ({ kind, detail });
