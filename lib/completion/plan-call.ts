import type { Context } from "@/lib/context";
import { approxTokens } from "./approx-tokens";
import { type CallPlan, decide } from "./decide";
import type { Offers } from "./offers";
import { promptText } from "./prompt-text";
import type { CompletionRequest } from "./types";

/** Who is asked for a request, as it was measured. */
export interface PlannedCall {
  plan: CallPlan;
  /** Of the whole prompt, estimated. */
  promptTokens: number;
}

/** @throws AppError as `decide` */
export function planCall(
  context: Pick<Context, "db" | "actor">,
  offers: Offers,
  request: CompletionRequest,
): PlannedCall {
  const promptTokens = approxTokens(promptText(request.prompt)) + (request.program?.inputTokens ?? 0);
  return { promptTokens, plan: decide(context, offers, request, { promptTokens, now: new Date() }) };
}
