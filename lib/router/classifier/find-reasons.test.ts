import { expect, it } from "vitest";
import { classify } from "./classify";

const reasonsOf = (text: string) => classify({ text }).reasons;

it("the reasons name what decided", () => {
  expect(reasonsOf("Prove by induction that n^3 - n is divisible by 6. Show the proof.")).toContain("proof");
  expect(reasonsOf("Translate this into French: good morning")).toContain("translation");
  expect(reasonsOf("Write a short story about a dragon.")).toContain("writing");
});

it("a word that is not there is no reason", () => {
  expect(reasonsOf("Who was the first emperor of Rome?")).not.toContain("code");
  expect(reasonsOf("求x的值，已知方程2x+3=9")).not.toContain("translation");
});
