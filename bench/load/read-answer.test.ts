import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswer } from "./read-answer";

const delta = (text: string) => `data: ${JSON.stringify({ type: "text-delta", id: "t0", delta: text })}\n`;

test("an answer is all its deltas and nothing else", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (pieces) => {
      const stream = `: hello\n\n${pieces.map((piece) => `${delta(piece)}id: 7\n\n`).join("")}data: [DONE]\n\n`;
      expect(readAnswer("wye", stream)).toBe(pieces.join(""));
    }),
  );
});

test("a stream that was cut is no answer, wherever it was cut", () => {
  const stream = `${delta("one")}\n${delta("two")}\ndata: [DONE]\n\n`;
  for (let end = 0; end < stream.length; end++)
    expect(() => readAnswer("wye", stream.slice(0, end))).toThrow();
});

test("a failure that the stream reports is one", () => {
  const stream = `${delta("one")}\ndata: {"type":"error","errorText":"no"}\n\ndata: [DONE]\n\n`;
  expect(() => readAnswer("wye", stream)).toThrow("no");
});
