import { expect, test } from "vitest";
import { replaceBetween } from "./replace-between";

test("what stands outside the markers stays", () => {
  expect(replaceBetween("a\n<s>\nold\n<e>\nb", "<s>", "<e>", "new")).toBe("a\n<s>\nnew\n<e>\nb");
});

test.each(["no markers", "<e> then <s>", "<s> <s> <e>"])("refused: %s", (text) => {
  expect(() => replaceBetween(text, "<s>", "<e>", "new")).toThrow(RangeError);
});
