import type { ConversationView } from "@/lib/chat/get-conversation";

/** What is shown of the chat as the server has it now, or null when it could not be had. */
export async function loadConversation(chatId: string): Promise<ConversationView | null> {
  try {
    const response = await fetch(`/api/chat/${chatId}`);
    // Our own server's answer; getConversation made it.
    return response.ok ? ((await response.json()) as ConversationView) : null;
  } catch {
    return null;
  }
}
