import type { Effort } from "@/lib/router/effort";

/** What the form of the playground says; figures as they were typed. */
export interface PlayDraft {
  model: string;
  system: string;
  question: string;
  temperature: string;
  maxTokens: string;
  effort: Effort | "";
  stream: boolean;
}

/** The request that a form makes. What is no figure is sent as it is: the API says what is wrong with it. */
export function toBody(draft: PlayDraft): Record<string, unknown> {
  const { model, system, question, temperature, maxTokens, effort, stream } = draft;
  return {
    model: model.trim(),
    messages: [
      ...(system.trim() === "" ? [] : [{ role: "system", content: system }]),
      { role: "user", content: question },
    ],
    ...(temperature.trim() !== "" && { temperature: toNumber(temperature) }),
    ...(maxTokens.trim() !== "" && { max_completion_tokens: toNumber(maxTokens) }),
    ...(effort !== "" && { reasoning_effort: effort }),
    ...(stream && { stream: true, stream_options: { include_usage: true } }),
  };
}

function toNumber(typed: string): number | string {
  const value = Number(typed);
  return Number.isFinite(value) ? value : typed.trim();
}

/** A body that was written as JSON; null where it is no object. */
export function parseBody(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null;
  } catch {
    // Half-written, as it is most of the time.
    return null;
  }
}
