import type { MessagePage } from "@/lib/chat/path-page";
import { ROOT } from "@/lib/chat/tree";

/** Would showing `other` change anything for who reads? Either may reach further up than the other. */
export function isSameView(one: MessagePage, other: MessagePage): boolean {
  const shared = Math.min(one.messages.length, other.messages.length);
  return outline(one, shared) === outline(other, shared);
}

const outline = ({ messages, siblings }: MessagePage, shared: number): string =>
  JSON.stringify(
    messages
      .slice(messages.length - shared)
      .map(({ id, metadata }) => [id, metadata?.status, siblings[metadata?.parentId ?? ROOT]]),
  );
