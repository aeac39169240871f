import type { ChatSummary } from "@/lib/chat/message";

/** While a chat is being answered or named, the list is asked for again at these distances. */
const AGAIN_AFTER_MS = [300, 700, 1500, 3000, 5000, 10_000];
const LONGEST_MS = 10_000;
/** What was said in another window is seen here so soon, as long as somebody looks. */
const LOOK_EVERY_MS = 4_000;
/** Ten minutes of the longest distance. */
const MOST_ATTEMPTS = 60;
/** Longer than the server lets a title take. */
const MOST_FOR_A_TITLE = 10;

/** @param chats null where the server was not reached
 *  @param changed chats that were asked or answered in this page just now: they are waited for until they are named;
 *    another chat without a title has waited long enough
 *  @param visible somebody may be looking
 *  @returns when to ask for the list again, in ms, or null when nothing more is expected */
export function askAgainAfter(
  chats: readonly ChatSummary[] | null,
  changed: ReadonlySet<string>,
  attempt: number,
  visible: boolean,
): number | null {
  const isExpected = ({ id, title, streaming }: ChatSummary): boolean =>
    streaming || (title === null && changed.has(id) && attempt < MOST_FOR_A_TITLE);
  const expected = chats === null || chats.some(isExpected);
  const soonMs = AGAIN_AFTER_MS[attempt] ?? LONGEST_MS;
  if (!visible) return expected && attempt < MOST_ATTEMPTS ? soonMs : null;
  if (chats === null) return soonMs;
  return expected ? Math.min(soonMs, LOOK_EVERY_MS) : LOOK_EVERY_MS;
}
