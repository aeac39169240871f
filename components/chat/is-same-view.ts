import type { WyeMessage } from "@/lib/chat/message";
import type { MessagePage } from "@/lib/chat/path-page";
import { ROOT } from "@/lib/chat/tree";
import { textLength } from "./text-length";

/** Would showing `other` change anything for who reads? Either may reach further up than the other. */
export function isSameView(one: MessagePage, other: MessagePage): boolean {
  const shared = Math.min(one.messages.length, other.messages.length);
  return outline(one, shared) === outline(other, shared);
}

const outline = ({ messages, siblings }: MessagePage, shared: number): string =>
  JSON.stringify(
    messages
      .slice(messages.length - shared)
      .map((message) => [
        ...said(message),
        siblings[message.metadata?.parentId ?? ROOT],
        message.metadata?.compared?.map(said),
      ]),
  );

const said = ({ id, metadata, parts }: WyeMessage) => [
  id,
  metadata?.status,
  metadata?.comparison?.picked,
  textLength({ parts }),
];
