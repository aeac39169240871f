import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "./seal";

const KEY = randomBytes(32);
const text = fc.string({ unit: "grapheme" });

test("what is sealed opens unchanged, in its own place only", () => {
  fc.assert(
    fc.property(text, text, text, (secret, place, other) => {
      const sealed = seal(secret, KEY, place);
      expect(unseal(sealed, KEY, place)).toBe(secret);
      if (other !== place) expect(() => unseal(sealed, KEY, other)).toThrow(RangeError);
    }),
  );
});

test("a change of any byte is noticed", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.integer({ min: 1, max: 255 }), (secret, at, flip) => {
      const bytes = Buffer.from(seal(secret, KEY, "place").slice(3), "base64url");
      const position = at % bytes.length;
      bytes[position] = (bytes[position] ?? 0) ^ flip;
      expect(() => unseal(`v1.${bytes.toString("base64url")}`, KEY, "place")).toThrow(RangeError);
    }),
  );
});

test("another key does not open it, and the same secret never looks the same", () => {
  const sealed = seal("sk-secret", KEY, "place");
  expect(() => unseal(sealed, randomBytes(32), "place")).toThrow(RangeError);
  expect(seal("sk-secret", KEY, "place")).not.toBe(sealed);
  expect(Buffer.from(sealed.slice(3), "base64url").includes("sk-secret")).toBe(false);
});

test("whatever is not a sealed value is refused", () => {
  fc.assert(
    fc.property(fc.string(), (junk) => {
      expect(() => unseal(junk, KEY, "")).toThrow(RangeError);
    }),
  );
});
