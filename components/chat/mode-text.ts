import type { ChosenMode } from "@/lib/router/choice";

/** The colour in which a mode's name is written. */
export const MODE_TEXT: Readonly<Record<ChosenMode, string>> = {
  auto: "text-ink",
  knowledge: "text-knowledge",
  reasoning: "text-reasoning",
};
