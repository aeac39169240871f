import type { ChatSummary } from "@/lib/chat/message";

type State = Pick<ChatSummary, "id" | "streaming">;

/** Ids of chats whose answer ended between two looks at the list. */
export function newlyDone(before: readonly State[], now: readonly State[]): string[] {
  const streaming = new Set(before.filter((chat) => chat.streaming).map(({ id }) => id));
  return now.filter((chat) => !chat.streaming && streaming.has(chat.id)).map(({ id }) => id);
}
