import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import type { ProgramSink } from "./program-request";

type ToolPart = Extract<
  LanguageModelV4StreamPart,
  { type: "tool-input-start" | "tool-input-delta" | "tool-call" }
>;
type Call = Parameters<ProgramSink["toolCall"]>[0];

/** Some vendors send a call in pieces and then once more as a whole, others the whole alone. */
export class ToolCallReader {
  readonly #begun = new Map<string, { hasInput: boolean }>();

  /** @returns what is new; null where nothing is, or where the vendor calls a tool of its own */
  read(part: ToolPart): Call | null {
    if (part.type === "tool-input-start") {
      if (part.providerExecuted) return null;
      this.#begun.set(part.id, { hasInput: false });
      return { id: part.id, name: part.toolName, input: "" };
    }
    if (part.type === "tool-input-delta") {
      const begun = this.#begun.get(part.id);
      if (!begun || part.delta === "") return null;
      begun.hasInput = true;
      return { id: part.id, input: part.delta };
    }
    if (part.providerExecuted) return null;
    const begun = this.#begun.get(part.toolCallId);
    if (begun?.hasInput) return null;
    this.#begun.set(part.toolCallId, { hasInput: true });
    return { id: part.toolCallId, input: part.input, ...(begun ? {} : { name: part.toolName }) };
  }
}
