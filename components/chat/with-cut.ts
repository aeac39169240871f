import type { WyeMessage } from "@/lib/chat/message";

/** An answer that goes on begins with what broke off: until the server says it, it stands there already, so that
 *  nothing vanishes on a slow connection. */
export function withCut(messages: WyeMessage[], cut: WyeMessage | null, busy: boolean): WyeMessage[] {
  const last = messages.at(-1);
  if (!busy || cut === null || last === undefined) return messages;
  if (last.id === cut.metadata?.parentId) return [...messages, cut];
  return last.id === cut.id && last.parts.length === 0 ? [...messages.slice(0, -1), cut] : messages;
}
