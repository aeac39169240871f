import type { ChatSummary } from "@/lib/chat/message";
import { type DayGroup, dayGroup } from "@/lib/format/day-group";

export type ChatRow = { kind: "heading"; group: DayGroup } | { kind: "chat"; chat: ChatSummary };

/** The rows of the chat list: a heading before the first chat of each group of days. `chats` are newest first. */
export function chatRows(chats: readonly ChatSummary[], nowMs: number, timeZone: string): ChatRow[] {
  const rows: ChatRow[] = [];
  let last: DayGroup | null = null;
  for (const chat of chats) {
    const group = dayGroup(chat.updatedAt, nowMs, timeZone);
    if (group !== last) rows.push({ kind: "heading", group });
    last = group;
    rows.push({ kind: "chat", chat });
  }
  return rows;
}
