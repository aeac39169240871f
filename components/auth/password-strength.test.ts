import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordStrength, STRENGTHS } from "./password-strength";

test("what is shorter than the minimum is too short, and nothing else is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (password) => {
      expect(passwordStrength(password, 10) === "short").toBe([...password].length < 10);
    }),
  );
});

test("adding to a password never makes it weaker", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (password, more) => {
      const rank = (text: string) => STRENGTHS.indexOf(passwordStrength(text, 10));
      expect(rank(password + more)).toBeGreaterThanOrEqual(rank(password));
    }),
  );
});

test.each([
  ["aaaaaaaaaaaa", "weak"],
  ["password12", "weak"],
  ["orange lantern", "fair"],
  ["orange lantern tuesday", "strong"],
] as const)("%s is %s", (password, strength) => {
  expect(passwordStrength(password, 10)).toBe(strength);
});
