import type { WyeMessage } from "@/lib/chat/message";
import { isHalf } from "./is-half";

/** Messages to show: what was on the screen of an answer stays while the same answer is read once more from its first
 *  character. */
export function steady(shown: readonly WyeMessage[], now: WyeMessage[]): WyeMessage[] {
  const before = shown.at(-1);
  const last = now.at(-1);
  if (!before || !last || before.id !== last.id || !isHalf(now)) return now;
  return lengthOf(last) < lengthOf(before) ? [...now.slice(0, -1), before] : now;
}

function lengthOf({ parts }: WyeMessage): number {
  return parts.reduce((sum, part) => sum + ("text" in part ? part.text.length : 0), 0);
}
