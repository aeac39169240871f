import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { approxTokens } from "@/lib/completion/approx-tokens";
import { splitMaterial, toPassages } from "./summary-material";

const passages = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), { maxLength: 20 });

test("material is cut into pieces that fit, and nothing of it is lost or turned around", () => {
  fc.assert(
    fc.property(passages, fc.integer({ min: 1, max: 40 }), (texts, room) => {
      const pieces = splitMaterial(texts, room);
      for (const piece of pieces) expect(approxTokens(piece)).toBeLessThanOrEqual(room);
      expect(pieces.join("").replaceAll("\n\n", "")).toBe(texts.join("").replaceAll("\n\n", ""));
    }),
  );
});

test("a piece ends only where the next passage does not fit any more", () => {
  fc.assert(
    fc.property(passages, fc.integer({ min: 1, max: 400 }), (texts, room) => {
      const whole = texts.filter((text) => approxTokens(text) <= room);
      const expected: string[] = [];
      for (const text of whole) {
        const joined = [...expected.slice(-1), text].join("\n\n");
        if (expected.length > 0 && approxTokens(joined) <= room) expected.splice(-1, 1, joined);
        else expected.push(text);
      }
      expect(splitMaterial(whole, room)).toEqual(expected);
    }),
  );
});

test("a conversation is encoded once, however many passages make a piece", () => {
  const texts = Array.from({ length: 500 }, (_, index) => `${index}: ${"mountain ".repeat(60)}`);
  const encode = vi.spyOn(TextEncoder.prototype, "encode");
  try {
    splitMaterial(texts, 1e6);
    const encoded = encode.mock.calls.reduce((sum, [text]) => sum + (text?.length ?? 0), 0);
    expect(encoded).toBe(texts.join("").length);
  } finally {
    encode.mockRestore();
  }
});

test("what fits is one piece", () => {
  fc.assert(
    fc.property(passages, (texts) => {
      fc.pre(texts.length > 0);
      expect(splitMaterial(texts, approxTokens(texts.join("\n\n")))).toEqual([texts.join("\n\n")]);
    }),
  );
});

test("a character outside the basic plane is not torn apart", () => {
  const text = "🙂".repeat(50);
  expect(splitMaterial([text], 2).every((piece) => piece.isWellFormed())).toBe(true);
});

test("each message says whose it is; one without words is left out", () => {
  expect(
    toPassages([
      { role: "summary", text: "So far" },
      { role: "user", text: "And?" },
      { role: "assistant", text: "" },
    ]),
  ).toEqual(["Summary of what came before:\nSo far", "User:\nAnd?"]);
});
