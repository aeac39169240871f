import type { WyeMessage } from "@/lib/chat/message";

/** The active path as the server has it now, or null when it could not be had. */
export async function loadMessages(chatId: string): Promise<WyeMessage[] | null> {
  try {
    const response = await fetch(`/api/chat/${chatId}`);
    if (!response.ok) return null;
    // Our own server's answer; toUiMessage made it.
    const { messages } = (await response.json()) as { messages: WyeMessage[] };
    return messages;
  } catch {
    return null;
  }
}
