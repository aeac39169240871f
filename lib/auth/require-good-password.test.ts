import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { requireGoodPassword } from "./require-good-password";

const ADA = ["ada.lovelace@example.com", "Ada Lovelace", "Analytical engine"];
const isGood = (password: string) => {
  try {
    requireGoodPassword(password, ADA);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "weak_password") return false;
    throw error;
  }
};

test.each([
  ["known from leaks", "1q2w3e4r5t6y"],
  ["known, written otherwise", "P@ssw0rd1234"],
  ["known, with a year", "iloveyou2024"],
  ["a row of keys", "qwertyuiop12"],
  ["a repetition", "abcabcabcabcabcabc"],
  ["one letter, however often", "a".repeat(200)],
  ["the person's own name", "adalovelace1"],
  ["the person's own address", "ada.lovelace@example.com"],
  ["the team's name", "analytical engine"],
  ["what this is called", "wyewyewye123"],
  ["nothing", ""],
])("%s is refused: %s", (_, password) => {
  expect(isGood(password)).toBe(false);
});

test.each(["orange lantern tuesday", "correct horse battery", "kV9#tq2!mZx0", "爱因斯坦的提琴在星期二"])(
  "%s is good",
  (password) => {
    expect(isGood(password)).toBe(true);
  },
);

test("whatever is typed, there is an answer", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: "binary" }), fc.array(fc.string()), (password, about) => {
      try {
        requireGoodPassword(password, about);
      } catch (error) {
        expect(error).toMatchObject({ code: "weak_password" });
      }
    }),
  );
});
