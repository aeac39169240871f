import { answerRoom } from "@/lib/router/answer-room";
import { CONTEXT_PARTS, type ContextUse } from "./context-use";
import type { PickerModel } from "./picker";

/** From here on a chat says how full it is. */
const NEAR_SHARE = 0.75;

export interface ContextFill {
  /** Tokens of what would be sent, with what is typed. */
  used: number;
  typed: number;
  /** Kept for the answer. */
  reserve: number;
  contextLength: number;
  /** Of what is not reserved; above 1 the model refuses. */
  share: number;
  level: "calm" | "near" | "over";
}

/** How full the next question would make a model's context; null where its length is not known.
 *  @param typed tokens of what is being typed */
export function contextFill(
  { parts }: ContextUse,
  model: Pick<PickerModel, "contextLength" | "outputLimit"> | null,
  typed: number,
): ContextFill | null {
  if (model === null || model.contextLength === null) return null;
  const { contextLength, outputLimit } = model;
  const reserve = answerRoom({ contextLength, outputLimit });
  const used = CONTEXT_PARTS.reduce((sum, part) => sum + parts[part], typed);
  const share = used / (contextLength - reserve);
  const level = share > 1 ? "over" : share >= NEAR_SHARE ? "near" : "calm";
  return { used, typed, reserve, contextLength, share, level };
}
