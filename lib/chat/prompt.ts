import type { LanguageModelV4Message, LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { MessageRow } from "@/db/queries/messages";

/** What a model is sent: the path from the root, oldest first. Reasoning is never sent back; an answer that failed
 *  before its first word is left out. */
export function toPrompt(path: Pick<MessageRow, "role" | "text">[]): LanguageModelV4Prompt {
  return path.flatMap((row): LanguageModelV4Message[] => {
    if (row.text === "") return [];
    const content = [{ type: "text" as const, text: row.text }];
    return [{ role: row.role, content }];
  });
}
