import type { ChatSettings } from "@/lib/chat/chat-settings";
import {
  MAX_INSTRUCTION_CHARACTERS,
  MAX_OUTPUT_TOKENS,
  MAX_TEMPERATURE,
  MIN_OUTPUT_TOKENS,
} from "@/lib/chat/settings-limits";
import type { Effort } from "@/lib/router/effort";

/** A chat's settings as they are typed; "" is as the model has it. */
export interface SettingsDraft {
  instructions: string;
  temperature: string;
  maxOutputTokens: string;
  effort: Effort | "";
}

export interface ReadDraft {
  /** Where something typed cannot be meant, that setting stays as it was. */
  settings: ChatSettings;
  problems: Partial<Record<"instructions" | "temperature" | "maxOutputTokens", true>>;
}

export function toDraft(settings: ChatSettings): SettingsDraft {
  return {
    instructions: settings.instructions ?? "",
    temperature: settings.temperature === undefined ? "" : String(settings.temperature),
    maxOutputTokens: settings.maxOutputTokens === undefined ? "" : String(settings.maxOutputTokens),
    effort: settings.effort ?? "",
  };
}

export function readDraft(draft: SettingsDraft, before: ChatSettings): ReadDraft {
  const problems: ReadDraft["problems"] = {};
  const read = <Key extends keyof ReadDraft["problems"]>(
    key: Key,
    value: ChatSettings[Key],
    isRight: boolean,
  ): ChatSettings[Key] => {
    if (draft[key].trim() === "") return undefined;
    if (isRight) return value;
    problems[key] = true;
    return before[key];
  };
  const instructions = draft.instructions.trim();
  const temperature = readDecimal(draft.temperature);
  const tokens = readCount(draft.maxOutputTokens);
  const settings: ChatSettings = {
    instructions: read("instructions", instructions, instructions.length <= MAX_INSTRUCTION_CHARACTERS),
    temperature: read("temperature", temperature, temperature >= 0 && temperature <= MAX_TEMPERATURE),
    maxOutputTokens: read(
      "maxOutputTokens",
      tokens,
      tokens >= MIN_OUTPUT_TOKENS && tokens <= MAX_OUTPUT_TOKENS,
    ),
    effort: draft.effort === "" ? undefined : draft.effort,
  };
  return { settings, problems };
}

/** With a point or a comma, in half or full width; NaN for anything else. */
function readDecimal(typed: string): number {
  const text = typed.normalize("NFKC").trim().replace(",", ".");
  return /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** With or without signs between thousands; NaN for anything else. */
function readCount(typed: string): number {
  const text = typed.normalize("NFKC").trim();
  const isCount = /^\d+$/.test(text) || /^\d{1,3}([ ,.'’]\d{3})+$/.test(text);
  return isCount ? Number(text.replace(/\D/g, "")) : Number.NaN;
}
