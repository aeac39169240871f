import type { WyeMessage } from "@/lib/chat/message";
import { firstPlace } from "./earlier";

/** Where a question goes that follows these messages. */
export const placeAfter = (messages: readonly WyeMessage[]) => ({
  parentId: messages.at(-1)?.id ?? null,
  position: firstPlace(messages) + messages.length,
});

/** Where another question goes that takes the place of one. */
export const placeOf = ({ metadata }: WyeMessage) => ({
  parentId: metadata?.parentId ?? null,
  position: metadata?.position ?? 0,
});
