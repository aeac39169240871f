import type { Choice } from "./choice";
import type { Override } from "./decision-notes";

interface Answered {
  mode: Override["mode"];
  /** `vendor/model`; null: nobody answered. */
  model: string | null;
}

/** Whether the choice for another answer, or for the next question, says that this answer should have come of something
 *  else. Auto says nothing against what it stands beside. */
export function overrideOf({ mode, model }: Answered, next: Choice): Pick<Override, "mode" | "model"> | null {
  if (next.kind === "model") return next.model === model ? null : { mode: null, model: next.model };
  return next.mode === "auto" || next.mode === mode ? null : { mode: next.mode, model: null };
}
