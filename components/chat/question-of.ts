import type { WyeMessage } from "@/lib/chat/message";

/** The question that an answer answers; a question is its own. Null where the question was deleted: then there is nothing to answer again. */
export function questionOf(messages: readonly WyeMessage[], answer: WyeMessage): WyeMessage | null {
  if (answer.role === "user") return answer;
  const before = messages[messages.indexOf(answer) - 1];
  return before?.role === "user" ? before : null;
}
