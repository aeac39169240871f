import { piecesOf } from "@/tests/support/upstream/script";
import type { AnswerPlan } from "../plan/scenario";
import { toScript } from "../plan/to-script";
import type { Said } from "./evidence";

const OPEN = "<think>";

/** What the first `count` pieces of an answer say; reasoning without its tags. */
export function sentOf(plan: AnswerPlan, count: number): Said {
  const sent = piecesOf(toScript(plan)).slice(0, count);
  const join = (kind: "text" | "reasoning") =>
    sent
      .filter(([of]) => of === kind)
      .map(([, piece]) => piece)
      .join("");
  const reasoning = plan.inlineThink ? join("reasoning").slice(OPEN.length) : join("reasoning");
  return { text: join("text"), reasoning: reasoning.slice(0, plan.reasoning.length) };
}
