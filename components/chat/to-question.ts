import { v7 as uuidv7 } from "uuid";
import type { WyeMessage } from "@/lib/chat/message";

/** What a person has just asked, in a place of the path. */
export function toQuestion(
  text: string,
  place: { parentId: string | null; position: number },
  id = uuidv7(),
): WyeMessage {
  return {
    id,
    role: "user",
    parts: [{ type: "text", text }],
    metadata: { ...place, status: "complete", createdAt: new Date().toISOString() },
  };
}
