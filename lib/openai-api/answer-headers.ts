import type { CompletionResult, CompletionStart } from "@/lib/completion/types";

/** Who answers, and by which decision. */
export interface Begun {
  start: CompletionStart;
  decisionId: string | null;
}

interface Form {
  stream: boolean;
  /** Of a whole reply. */
  cost?: Pick<CompletionResult, "cost" | "currency">;
}

export function answerHeaders({ start, decisionId }: Begun, { stream, cost }: Form): Record<string, string> {
  return {
    // A name may hold what a header may not.
    "x-wye-model": encodeURI(start.model),
    ...(start.mode !== null && { "x-wye-mode": start.mode }),
    ...(decisionId !== null && { "x-wye-decision": decisionId }),
    ...(cost && cost.cost !== null && { "x-wye-cost": `${cost.cost} ${cost.currency}` }),
    ...(stream
      ? {
          ...{ "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" },
          "cache-control": "no-store, no-transform",
        }
      : { "content-type": "application/json" }),
  };
}
