import fc from "fast-check";
import { expect, test } from "vitest";
import { matchName } from "./match-name";

const text = fc.string({ unit: fc.constantFrom("a", "B", "/", "-", "."), maxLength: 8 });
const pattern = fc.string({ unit: fc.constantFrom("A", "b", "/", ".", "*"), maxLength: 6 });

test("a star stands for anything, every other character for itself in any case", () => {
  fc.assert(
    fc.property(pattern, text, (wanted, name) => {
      const escaped = wanted.replace(/[.]/g, "\\.").replaceAll("*", ".*");
      expect(matchName(wanted, name)).toBe(new RegExp(`^${escaped}$`, "i").test(name));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ["openai/*", "openai/gpt-5", true],
  ["*/gpt-4o*", "azure/gpt-4o-mini", true],
  ["*/gpt-4o", "azure/gpt-4o-mini", false],
  ["ab*ba", "aba", false],
  ["*", "", true],
])("%s and %s: %s", (wanted, name, expected) => {
  expect(matchName(wanted, name)).toBe(expected);
});
