import type { WyeMessage } from "@/lib/chat/message";
import { isHalf } from "./is-half";
import { textLength } from "./text-length";

/** Messages to show: what was on the screen of an answer stays while the same answer is read once more from its first
 *  character. */
export function steady(shown: readonly WyeMessage[], now: WyeMessage[]): WyeMessage[] {
  const before = shown.at(-1);
  const last = now.at(-1);
  if (!before || !last || before.id !== last.id || !isHalf(now)) return now;
  return textLength(last) < textLength(before) ? [...now.slice(0, -1), before] : now;
}
