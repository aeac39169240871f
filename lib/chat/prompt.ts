import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { MessageRow } from "@/db/queries/messages";

/** Stands for a first question that was deleted: vendors refuse a conversation that begins with an answer. */
const DELETED_QUESTION = "(This message was deleted.)";

/** What a model is sent: the path from the root, oldest first. Reasoning is never sent back; an answer that failed
 *  before its first word is left out. Questions that follow each other are sent as one, and answers too, because
 *  many servers insist on turns. */
export function toPrompt(path: Pick<MessageRow, "role" | "text">[]): LanguageModelV4Prompt {
  const turns: { role: MessageRow["role"]; text: string }[] = [];
  for (const { role, text } of path) {
    if (text === "") continue;
    if (turns.length === 0 && role === "assistant") turns.push({ role: "user", text: DELETED_QUESTION });
    const last = turns.at(-1);
    if (last?.role === role) last.text += `\n\n${text}`;
    else turns.push({ role, text });
  }
  return turns.map(({ role, text }) => ({ role, content: [{ type: "text", text }] }));
}
