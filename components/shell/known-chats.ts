import type { ChatPage } from "@/lib/chat/list-chats";
import type { ChatSummary } from "@/lib/chat/message";

/** The newest chats without a gap, as far down as the list was read, newest first. */
export interface KnownChats {
  chats: readonly ChatSummary[];
  /** What to ask for the next page with; null when all are known. */
  next: string | null;
}

/** What is known once the newest page was read anew: within it the page decides, below it stays what was known. */
export function withNewest({ chats, next }: KnownChats, page: ChatPage): KnownChats {
  const ids = new Set(chats.map(({ id }) => id));
  // So much is new that there may be more between the page and what was known.
  if (!page.chats.some(({ id }) => ids.has(id))) return page;
  const last = page.chats.at(-1);
  const below =
    page.next === null || last === undefined ? [] : chats.filter((chat) => comesAfter(chat, last));
  return { chats: joined(page.chats, below), next: below.length === 0 ? page.next : next };
}

/** What is known once a further page was read. */
export function withOlder({ chats }: KnownChats, page: ChatPage): KnownChats {
  return { chats: joined(chats, page.chats), next: page.next };
}

function joined(newer: readonly ChatSummary[], older: readonly ChatSummary[]): ChatSummary[] {
  const ids = new Set(newer.map(({ id }) => id));
  return [...newer, ...older.filter(({ id }) => !ids.has(id))];
}

function comesAfter(chat: ChatSummary, last: ChatSummary): boolean {
  return chat.updatedAt === last.updatedAt ? chat.id > last.id : chat.updatedAt < last.updatedAt;
}
