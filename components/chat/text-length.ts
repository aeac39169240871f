import type { WyeMessage } from "@/lib/chat/message";

/** Characters of what was said and thought. */
export function textLength({ parts }: Pick<WyeMessage, "parts">): number {
  return parts.reduce((sum, part) => sum + ("text" in part ? part.text.length : 0), 0);
}
