import fc from "fast-check";
import { expect, test } from "vitest";
import { hasMath, mathDelimiters } from "./math-delimiters";

test("inline mathematics of either notation becomes the one the parser takes", () => {
  expect(mathDelimiters("so \\(x^2\\) and $y_1$.")).toBe("so $$x^2$$ and $$y_1$$.");
});

test("display mathematics on its own lines stays on its own lines", () => {
  expect(mathDelimiters("a\n\\[\nE = mc^2\n\\]\nb")).toBe("a\n$$\nE = mc^2\n$$\nb");
  expect(mathDelimiters("  \\[ x \\]")).toBe("  $$\n  x\n  $$");
});

test("amounts of money are left alone", () => {
  for (const text of ["$5 and $10", "from $5-$10", "costs $5.", "US$3, then $4"]) {
    expect(mathDelimiters(text)).toBe(text);
  }
});

test("code is left alone, also while its fence is open", () => {
  for (const text of ["`$x$`", "```sh\necho $a$b\n```", "~~~\n\\(x\\)\n~~~", "```sh\necho $HOME$"]) {
    expect(mathDelimiters(text)).toBe(text);
  }
});

test("what is converted already does not change again", () => {
  const done = "$$x$$ and\n$$\ny\n$$";
  expect(mathDelimiters(done)).toBe(done);
});

test("text without a dollar or a backslash is returned as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replace(/[$\\]/g, "");
      expect(mathDelimiters(plain)).toBe(plain);
      expect(hasMath(plain)).toBe(false);
    }),
  );
});
