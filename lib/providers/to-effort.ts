import type { Effort } from "@/lib/router/effort";
import type { Thinking } from "@/lib/router/thinking";
import type { ReasoningSetting } from "./vendor";

/** AI SDK's word for a setting that says something. */
export function toEffort(setting: Exclude<ReasoningSetting, "default">): Effort {
  if (setting === "off") return "none";
  return setting === "on" ? "medium" : setting;
}

/** Whether it says only that the model is to think, and not how much. */
export function isSwitch(setting: ReasoningSetting): setting is Thinking {
  return setting === "on" || setting === "off" || setting === "default";
}
