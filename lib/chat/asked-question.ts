import type { AskedQuestion, StandIn } from "@/lib/completion/types";
import type { PastQuestion } from "@/lib/router/classifier/classify";
import type { AskedMessage, BegunReply } from "./begin-reply";

/** What the router is told of a question and what led to it. */
export function askedQuestion(
  { path, aboveSummary, mayStandIn }: Pick<BegunReply, "path" | "aboveSummary" | "mayStandIn">,
  { standIn }: { standIn?: true | undefined },
): AskedQuestion {
  const at = path.findLastIndex(({ role }) => role === "user");
  const earlier = [...aboveSummary, ...path.slice(0, Math.max(0, at))];
  return {
    question: path[at]?.text ?? "",
    history: pastQuestions(earlier),
    before: answeredBefore(earlier),
    standIn: standInOf(standIn, mayStandIn),
  };
}

function standInOf(asked: true | undefined, allowed: boolean): StandIn {
  if (asked) return "now";
  return allowed ? "if-it-fails" : "no";
}

/** Each question, with the mode in which it was answered. */
function pastQuestions(path: readonly AskedMessage[]): PastQuestion[] {
  const questions: PastQuestion[] = [];
  for (const { role, text, mode } of path) {
    const last = questions.at(-1);
    if (role === "user") questions.push({ text });
    else if (role === "assistant" && last && mode) last.mode = mode;
  }
  return questions;
}

/** Who answered last; an answer that said nothing was none. */
function answeredBefore(path: readonly AskedMessage[]): AskedQuestion["before"] {
  const last = path.findLast(({ role, model, text }) => role === "assistant" && model && text !== "");
  if (!last?.model) return null;
  const slash = last.model.indexOf("/");
  return {
    provider: last.model.slice(0, slash),
    model: last.model.slice(slash + 1),
    mode: last.mode ?? null,
    cachedTokens: last.cachedTokens ?? 0,
  };
}
