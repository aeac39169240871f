import type { WyeMessage } from "@/lib/chat/message";

/** All text, or all reasoning, of a message. */
export function messageText(message: WyeMessage, kind: "text" | "reasoning" = "text"): string {
  return message.parts.reduce((all, part) => (part.type === kind ? all + part.text : all), "");
}
