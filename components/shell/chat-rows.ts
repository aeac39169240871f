import type { ChatSummary } from "@/lib/chat/message";
import { type DayGroup, dayGroup } from "@/lib/format/day-group";

export type ChatRow = { kind: "heading"; group: DayGroup } | { kind: "chat"; chat: ChatSummary };

/** The rows of the chat list: a heading before the first chat of each group of days. `chats` are newest first. */
export function chatRows(chats: readonly ChatSummary[], nowMs: number, timeZone: string): ChatRow[] {
  const groupAt = (at: number): DayGroup | null => {
    const chat = chats[at];
    return chat === undefined ? null : dayGroup(chat.updatedAt, nowMs, timeZone);
  };
  const rows: ChatRow[] = [];
  let begin = 0;
  for (let group = groupAt(0); group !== null; group = groupAt(begin)) {
    const end = endOfGroup(begin, chats.length, groupAt, group);
    rows.push({ kind: "heading", group });
    for (const chat of chats.slice(begin, end)) rows.push({ kind: "chat", chat });
    begin = end;
  }
  return rows;
}

/** By halves: to work out the day of each of thousands of chats would take longer than all else. */
function endOfGroup(
  begin: number,
  length: number,
  groupAt: (at: number) => DayGroup | null,
  group: DayGroup,
): number {
  let inside = begin;
  let outside = length;
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (groupAt(middle) === group) inside = middle;
    else outside = middle;
  }
  return outside;
}
