import fc from "fast-check";
import { expect, test } from "vitest";
import { type CodeChunk, codeChunks } from "./code-chunks";

const code = fc
  .array(fc.constantFrom("a", "\n", "\n\n", "let x = 1;\n", "\n".repeat(30)), { maxLength: 60 })
  .map((parts) => parts.join(""));

test("the chunks are the code, each where it says it begins", () => {
  fc.assert(
    fc.property(code, fc.boolean(), (text, open) => {
      const chunks = codeChunks(text, open);
      expect(chunks.map((chunk) => chunk.text).join("")).toBe(text);
      for (const chunk of chunks) expect(text.startsWith(chunk.text, chunk.offset)).toBe(true);
    }),
  );
});

test("as code is written, complete chunks stay the very same and only the end is cut anew", () => {
  fc.assert(
    fc.property(code, fc.array(fc.nat({ max: 400 }), { maxLength: 8 }), (text, lengths) => {
      let before: CodeChunk[] = [];
      for (const length of [...lengths.sort((a, b) => a - b), text.length]) {
        const now = codeChunks(text.slice(0, length), length < text.length, before);
        for (const [at, chunk] of before.entries()) if (chunk.complete) expect(now[at]).toBe(chunk);
        expect(now).toEqual(codeChunks(text.slice(0, length), length < text.length));
        before = now;
      }
    }),
  );
});

test("other code is cut anew", () => {
  const before = codeChunks("a\n".repeat(60), false);
  expect(codeChunks("b\n".repeat(60), false, before)).toEqual(codeChunks("b\n".repeat(60), false));
});
