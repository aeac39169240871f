import { type Effort, nearestEffort } from "./effort";
import type { ModelAbilities } from "./model-abilities";
import type { Thinking } from "./thinking";

export interface AskedSettings {
  temperature?: number | undefined;
  maxOutputTokens?: number | undefined;
  effort?: Effort | undefined;
}

export interface TakenSettings {
  /** What the model is sent of what was asked. */
  temperature: number | undefined;
  maxOutputTokens: number | undefined;
  effort: Effort | undefined;
  /** Why no temperature is sent, whatever is asked: the model never takes one, or not while it thinks. */
  noTemperature: "model" | "thinking" | null;
  /** Why no effort is sent, whatever is asked: the model has no choice of it, or the mode has it not think. */
  noEffort: "model" | "mode" | null;
}

/** What of a chat's settings reaches a model, within what the model takes. */
export function settingsTaken(
  model: ModelAbilities,
  thinking: Thinking,
  asked: AskedSettings,
): TakenSettings {
  const noEffort = effortRefusal(model, thinking);
  const effort =
    noEffort === null && asked.effort !== undefined ? nearestEffort(asked.effort, model.efforts) : undefined;
  const noTemperature = temperatureRefusal(model, thinks(model, thinking, effort));
  return {
    temperature: noTemperature === null ? atMost(asked.temperature, model.maxTemperature) : undefined,
    maxOutputTokens: atMost(asked.maxOutputTokens, model.outputLimit),
    effort,
    noTemperature,
    noEffort,
  };
}

function effortRefusal(model: ModelAbilities, thinking: Thinking): TakenSettings["noEffort"] {
  if (model.efforts.length === 0) return "model";
  return thinking === "off" && model.reasoning === "switchable" ? "mode" : null;
}

function temperatureRefusal(
  { temperature }: ModelAbilities,
  isThinking: boolean,
): TakenSettings["noTemperature"] {
  if (temperature === "never") return "model";
  return temperature === "unthinking" && isThinking ? "thinking" : null;
}

export function thinks(model: ModelAbilities, thinking: Thinking, effort: Effort | undefined): boolean {
  if (model.reasoning !== "switchable") return model.reasoning === "always";
  if (effort !== undefined) return effort !== "none";
  return thinking === "default" ? model.thinksUnasked : thinking === "on";
}

function atMost(value: number | undefined, most: number | null): number | undefined {
  return value === undefined || most === null ? value : Math.min(value, most);
}
