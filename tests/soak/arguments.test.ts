import { expect, test } from "vitest";
import { readArguments } from "./arguments";

test("two hundred runs of the first seed, unless something else is said", () => {
  const { seed, numbers, report } = readArguments([]);
  expect([seed, numbers.length, numbers[0], report]).toEqual([1, 200, 1, null]);
});

test("a failure's own words repeat its run alone", () => {
  expect(readArguments(["--seed", "7", "--only", "12,3"])).toMatchObject({ seed: 7, numbers: [12, 3] });
});

test("a thousand questions of the chaos, unless something else is said", () => {
  expect(readArguments(["--part", "chaos"])).toMatchObject({ part: "chaos", questions: 1000, seed: 1 });
  expect(readArguments(["--part", "chaos", "--questions", "40"]).questions).toBe(40);
});

test("a million entries of the audit, unless something else is said", () => {
  expect(readArguments(["--part", "audit"])).toMatchObject({ part: "audit", entries: 1_000_000 });
  expect(readArguments(["--part", "audit", "--entries", "10000000"]).entries).toBe(10_000_000);
});

test.each([
  ["--entries", "10000001"],
  ["--part", "nothing"],
  ["--questions", "0"],
  ["--runs", "0"],
  ["--seed", "x"],
  ["--only", "1,-2"],
  ["--none", "1"],
])("%s %s is refused", (...args) => {
  expect(() => readArguments(args)).toThrow(args[0]);
});
