import fc from "fast-check";
import { expect, test } from "vitest";
import type { MessageStatus, WyeMessage } from "@/lib/chat/message";
import { messageText } from "./message-text";
import { steady } from "./steady";

const answer = (id: string, text: string, status: MessageStatus = "streaming"): WyeMessage => ({
  id,
  role: "assistant",
  parts: text === "" ? [] : [{ type: "text", text }],
  metadata: { parentId: "question", status, createdAt: "2026-01-01T00:00:00.000Z" },
});
const textOf = (messages: readonly WyeMessage[]): string => {
  const last = messages.at(-1);
  return last ? messageText(last) : "";
};

test("an answer never becomes shorter on the screen while it streams, however often it is read anew", () => {
  const whole = "An answer, from its first word to its last.";
  fc.assert(
    fc.property(fc.array(fc.nat({ max: whole.length })), (lengths) => {
      let shown: WyeMessage[] = [];
      let longest = 0;
      for (const length of lengths) {
        shown = steady(shown, [answer("a", whole.slice(0, length))]);
        longest = Math.max(longest, length);
        expect(textOf(shown)).toBe(whole.slice(0, longest));
      }
    }),
  );
});

test("what the server says of an answer that has ended is shown, also where it is shorter", () => {
  const shown = [answer("a", "one two three")];
  expect(textOf(steady(shown, [answer("a", "one two", "interrupted")]))).toBe("one two");
});

test("another answer begins empty", () => {
  const shown = [answer("a", "one two three")];
  expect(textOf(steady(shown, [answer("b", "")]))).toBe("");
});
