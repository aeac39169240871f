import type { ConversationView } from "@/lib/chat/get-conversation";

/** Would showing `other` change anything for who reads? */
export function isSameView(one: ConversationView, other: ConversationView): boolean {
  return outline(one) === outline(other);
}

const outline = ({ messages, siblings }: ConversationView): string =>
  JSON.stringify([
    messages.map(({ id, metadata }) => [id, metadata?.status]),
    Object.entries(siblings).sort(),
  ]);
