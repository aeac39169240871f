import type { WyeMessage } from "@/lib/chat/message";
import { messageText } from "./message-text";

/** Of a message that is not read yet: between a question and an answer. */
export const UNREAD_PX = 200;

const LINE_PX = 27;
const LINE_CHARACTERS = 70;
/** The space about a message, and its buttons. */
const REST_PX = 80;

/** How high a message may be that was never shown: near enough for a scroll bar. */
export function guessHeight(message: WyeMessage): number {
  const text = messageText(message);
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return REST_PX + LINE_PX * Math.max(lines, Math.ceil(text.length / LINE_CHARACTERS));
}
