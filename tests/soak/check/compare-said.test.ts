import fc from "fast-check";
import { expect, test } from "vitest";
import { compareSaid } from "./compare-said";

const words = (numbers: readonly number[]): string => numbers.map((number) => `w${number}`).join(" ");
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const SENT = words(upTo(20));

test("whatever beginning of what was sent was kept, nothing is wrong", () => {
  fc.assert(
    fc.property(fc.nat(SENT.length), (length) => compareSaid(SENT.slice(0, length), SENT, "w") === null),
  );
});

test("a word that is there twice is a duplicate, wherever it is", () => {
  fc.assert(
    fc.property(fc.nat(17), (at) => {
      const doubled = [...upTo(at + 1), at, ...upTo(19).slice(at + 1)];
      expect(compareSaid(words(doubled), SENT, "w")).toBe("duplicate");
    }),
  );
});

test("a word that is missing is a gap, wherever it is", () => {
  fc.assert(
    fc.property(fc.nat(17), (at) => {
      expect(compareSaid(words(upTo(20).filter((number) => number !== at)), SENT, "w")).toBe("gap");
    }),
  );
});

test("two words in each other's place are swapped", () => {
  fc.assert(
    fc.property(fc.nat(16), (at) => {
      const numbers = upTo(20);
      [numbers[at], numbers[at + 1]] = [at + 1, at];
      expect(compareSaid(words(numbers), SENT, "w")).toBe("swapped");
    }),
  );
});

test("a word that was never sent is foreign", () => {
  expect(compareSaid("w0 w1 w77 w3", SENT, "w")).toBe("foreign");
});

test("what was sent after the end of what the upstream got out is not taken for kept", () => {
  expect(compareSaid(SENT, words(upTo(10)), "w")).not.toBeNull();
});

test("right words with something else between them are garbled", () => {
  expect(compareSaid("w0 w1  w2", SENT, "w")).toBe("garbled");
  expect(compareSaid("w0 w1\ufffdw2", SENT, "w")).toBe("garbled");
});
