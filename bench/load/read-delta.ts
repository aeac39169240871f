import type { Protocol } from "./plan.ts";

interface CompletionChunk {
  choices?: { delta?: { content?: string | null } }[];
}
interface UiChunk {
  type?: string;
  delta?: string;
  errorText?: string;
}

/** The text that one event adds.
 *  @throws Error when the event reports a failure. */
export function readDelta(protocol: Protocol, payload: string): string {
  if (payload === "[DONE]") return "";
  if (protocol === "completions") {
    const chunk: CompletionChunk = JSON.parse(payload);
    return chunk.choices?.[0]?.delta?.content ?? "";
  }
  const chunk: UiChunk = JSON.parse(payload);
  if (chunk.type === "error") throw new Error(`the stream reports: ${chunk.errorText}`);
  return chunk.type === "text-delta" ? (chunk.delta ?? "") : "";
}
