import type { ErrorParams } from "@/lib/errors";
import type { ExpressionProblem } from "@/lib/routing/expression-problem";
import type { DraftProblem } from "./draft-problem";

/** What is wrong, by the messages `router.problem.*`. */
export type ProblemKind = DraftProblem | ExpressionProblem | "model" | "group";

export interface ShownProblem {
  kind: ProblemKind;
  values: { position: number; model: string };
}

const KINDS: Record<ProblemKind, true> = {
  ...{ amount: true, "nothing-allowed": true, "pattern-long": true, "too-many": true, tokens: true },
  ...{ "no-condition": true, "no-consequence": true, invalid: true, model: true, group: true },
  ...{ "open-group": true, "closed-group": true, "open-class": true, repetition: true, count: true },
  ...{ escape: true, range: true, unsupported: true, other: true },
};

export const shown = (kind: ProblemKind, { position = 0, model = "" }: ErrorParams = {}): ShownProblem => ({
  kind,
  values: { position: Number(position), model: String(model) },
});

/** What the server says of a field; null: nothing that there are words for. */
export function toShown(params: ErrorParams): ShownProblem | null {
  const { problem } = params;
  return typeof problem === "string" && isKind(problem) ? shown(problem, params) : null;
}

const isKind = (problem: string): problem is ProblemKind => Object.hasOwn(KINDS, problem);
