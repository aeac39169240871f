import fc from "fast-check";
import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { expressionProblem } from "./expression-problem";

test.each([
  ["(abc", "open-group", 1],
  ["a(b)(c", "open-group", 5],
  ["[)](", "open-group", 4],
  ["\\Q)\\E(", "open-group", 6],
  ["ab)c(d)", "closed-group", 3],
  ["\\()", "closed-group", 3],
  ["[a][a", "open-class", 4],
  ["x**", "repetition", 2],
  ["a*|*", "repetition", 4],
  ["ab{2,1}", "count", 3],
  ["a{1001}", "count", 2],
  ["a\\k\\k", "escape", 2],
  ["abc\\", "escape", 4],
  ["[z-a]", "range", 2],
  ["a(?=b)", "unsupported", 2],
  ["(?<!a)b", "unsupported", 1],
] as const)("%s is refused for what is wrong with it, at its place", (expression, problem, position) => {
  expect(expressionProblem(expression)).toEqual({ problem, position });
});

test.each(["", "proof|证明", "(?i)\\bcase \\d+", "[^]a]+", "[[:alpha:]]"])("%j is taken", (expression) => {
  expect(expressionProblem(expression)).toBeNull();
});

const pieces = fc.constantFrom(..."abz()[]{}*+?|\\^$.-:09,<=!PkQE证 ");

test("whatever RE2 refuses has a place within it, and nothing else has", () => {
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 30 }), (all) => {
      const expression = all.join("");
      const found = expressionProblem(expression);
      let taken = true;
      try {
        RE2JS.compile(expression);
      } catch {
        taken = false;
      }
      expect(found === null).toBe(taken);
      if (found) {
        expect(found.position).toBeGreaterThanOrEqual(1);
        expect(found.position).toBeLessThanOrEqual(expression.length);
      }
    }),
    { numRuns: 2000 },
  );
});
