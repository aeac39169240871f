import fc from "fast-check";
import { expect, test } from "vitest";
import { ChatEventReader } from "./chat-event-reader";
import type { Chunk } from "./chat-reply";

function read(pieces: readonly Uint8Array[]) {
  const passed: Uint8Array[] = [];
  const chunks: Chunk[] = [];
  const usages: Chunk[] = [];
  const reader = new ChatEventReader({
    pass: (bytes) => passed.push(bytes),
    chunk: (chunk) => chunks.push(chunk),
    usage: (event) => usages.push(event),
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return { passed: Buffer.concat(passed).toString(), chunks, usages, isDone: reader.isDone };
}

const event = (data: object, end = "\n\n") => `data: ${JSON.stringify(data)}${end}`;
const word = (content: string) => ({ choices: [{ index: 0, delta: { content } }] });
const USAGE = { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2 } };

test("bytes pass as they came, wherever they are cut, and the report of usage and the end do not", () => {
  const words = fc.array(fc.string({ unit: "grapheme", maxLength: 8 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.constantFrom("\n\n", "\r\n\r\n"), fc.array(fc.nat(400)), (texts, end, cuts) => {
      const said = texts.map((text) => event(word(text), end)).join("");
      const bytes = Buffer.from(`: hello${end}${said}${event(USAGE, end)}data: [DONE]${end}`);
      const at = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort(
        (a, b) => a - b,
      );
      const pieces = at.slice(1).map((cut, nth) => bytes.subarray(at[nth], cut));
      const { passed, chunks, usages, isDone } = read(pieces);
      expect(passed).toBe(`: hello${end}${said}`);
      expect(chunks).toEqual([...texts.map(word), USAGE]);
      expect(usages).toEqual([USAGE]);
      expect(isDone).toBe(true);
    }),
  );
});

test("usage that comes with words is taken out of them", () => {
  const both = { ...word("Hi"), usage: { prompt_tokens: 1, completion_tokens: 1 } };
  const { passed, usages } = read([Buffer.from(event(both))]);
  expect(passed).toBe(event(word("Hi")));
  expect(usages).toEqual([both]);
});

test("a last event without its end is read", () => {
  expect(read([Buffer.from(`${event(word("Hi"))}data: [DONE]`)])).toMatchObject({ isDone: true });
});

test("a vendor's error in mid-stream is thrown, and so is what is no JSON", () => {
  const overloaded = { error: { message: "Overloaded", code: 529 } };
  expect(() => read([Buffer.from(event(overloaded))])).toThrow(expect.objectContaining(overloaded));
  expect(() => read([Buffer.from('data: {"choices":[\n\n')])).toThrow(SyntaxError);
});
