import { expect, it } from "vitest";
import { hashWord } from "./hash-word";

const hash = (word: string) => hashWord(word, 0, word.length);

it.each([
  ["solve", ["solves", "solved", "solving"]],
  ["study", ["studies"]],
  ["plan", ["plans", "planned", "planning"]],
  ["test", ["tests", "tested", "testing", "test's"]],
])("the forms of %s are met as one", (word, forms) => {
  for (const form of forms) expect(hash(form)).toBe(hash(word));
});

it.each([
  ["is", "i"],
  ["class", "clas"],
  ["status", "statu"],
  ["red", "r"],
])("%s keeps its end", (word, cut) => {
  expect(hash(word)).not.toBe(hash(cut));
});
