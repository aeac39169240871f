import { v7 as uuidv7 } from "uuid";
import type { WyeMessage } from "@/lib/chat/message";

/** What a person has just asked, under the last of `before`. */
export function toQuestion(text: string, before: readonly WyeMessage[], id = uuidv7()): WyeMessage {
  return {
    id,
    role: "user",
    parts: [{ type: "text", text }],
    metadata: {
      parentId: before.at(-1)?.id ?? null,
      status: "complete",
      createdAt: new Date().toISOString(),
    },
  };
}
