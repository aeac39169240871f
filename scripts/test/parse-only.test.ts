import { expect, test } from "vitest";
import { parseOnly } from "./parse-only.mjs";
import { STEPS } from "./steps.mjs";

const names = (...args: string[]) => {
  const parsed = parseOnly(args, STEPS);
  return "steps" in parsed ? parsed.steps.map((step) => step.name) : parsed.problem;
};

test("without a filter every check runs", () => {
  expect(names()).toEqual(["types", "lint", "imports", "unused", "unit", "integration", "e2e", "soak"]);
});

test("a filter keeps the named steps and groups, in their own order", () => {
  expect(names("--only", "unit,types")).toEqual(["types", "unit"]);
  expect(names("--only=static")).toEqual(["types", "lint", "imports", "unused"]);
});

test.each([[["--only"]], [["--only", "nothing"]], [["--only="]], [["unit"]], [["--only", "unit", "e2e"]]])(
  "%j is refused with what would be right",
  (args) => {
    expect(names(...args)).toContain("Usage: npm test");
  },
);
