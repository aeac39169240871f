import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { MessageRow } from "@/db/queries/messages";
import { sentPath } from "./sent-path";

/** Stands for a first question that was deleted: vendors refuse a conversation that begins with an answer. */
const DELETED_QUESTION = "(This message was deleted.)";

/** What a model is sent: the path from the root, oldest first, or from the last summary in effect on, which takes the
 *  place of what is above it. Reasoning is never sent back; an answer that failed before its first word is left out.
 *  Questions that follow each other are sent as one, and answers too, because many servers insist on turns. */
export function toPrompt(
  path: readonly Pick<MessageRow, "role" | "status" | "text">[],
): LanguageModelV4Prompt {
  const turns: { role: "user" | "assistant"; text: string }[] = [];
  for (const { role: saidBy, text } of sentPath(path, (row) => row.text.trim() === "")) {
    if (text === "") continue;
    const [role, said] = saidBy === "summary" ? (["user", asSummary(text)] as const) : [saidBy, text];
    if (turns.length === 0 && role === "assistant") turns.push({ role: "user", text: DELETED_QUESTION });
    const last = turns.at(-1);
    if (last?.role === role) last.text += `\n\n${said}`;
    else turns.push({ role, text: said });
  }
  return turns.map(({ role, text }) => ({ role, content: [{ type: "text", text }] }));
}

/** Said by the person and not by the system: it repeats what models and people said, and must not command. */
const asSummary = (text: string): string =>
  `What we said so far, summarised:\n\n<summary>\n${text}\n</summary>`;
