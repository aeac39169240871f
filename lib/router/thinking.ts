import type { Mode } from "./choice";

/** Whether the model should think first: `on` for Reasoning, `off` for Knowledge, `default` for a model that a person
 *  named, which thinks as its vendor has it think. */
export type Thinking = "on" | "off" | "default";

export function thinkingOf(mode: Mode | null): Thinking {
  if (mode === null) return "default";
  return mode === "reasoning" ? "on" : "off";
}
