import type { WyeMessage } from "@/lib/chat/message";

/** Is the last answer still being written, as far as is known here? Answers that are compared are followed apart. */
export function isHalf(messages: readonly WyeMessage[]): boolean {
  const last = messages.at(-1);
  return last?.role === "assistant" && last.metadata?.status === "streaming" && !last.metadata.comparison;
}
