import type { ConversationView } from "@/lib/chat/get-conversation";

/** What is shown of the chat as the server has it now; `away` when it was not reached, `refused` when it does not
 *  give it: deleted, or signed out. */
export async function loadConversation(
  chatId: string,
  signal?: AbortSignal,
): Promise<ConversationView | "away" | "refused"> {
  try {
    const response = await fetch(`/api/chat/${chatId}`, { signal: signal ?? null });
    // Our own server's answer; getConversation made it.
    if (response.ok) return (await response.json()) as ConversationView;
    return response.status < 500 ? "refused" : "away";
  } catch {
    return "away";
  }
}
