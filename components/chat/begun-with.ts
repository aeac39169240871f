import type { WyeMessage } from "@/lib/chat/message";

/** What an answer that goes on begins with, in its own place. */
export function begunWith({ metadata, parts, role }: WyeMessage, id: string): WyeMessage {
  const { parentId = null, createdAt = new Date().toISOString() } = metadata ?? {};
  return { id, role, parts, metadata: { parentId, createdAt, status: "streaming" } };
}
