import fc from "fast-check";
import { expect, test } from "vitest";
import { typedText } from "./typed-text";

test("what Postgres cannot keep is left out, and nothing else is changed", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(text, (typed) => {
      const kept = typedText().parse(typed);
      expect(kept).not.toContain("\0");
      expect(kept.isWellFormed()).toBe(true);
      if (typed.isWellFormed() && !typed.includes("\0")) expect(kept).toBe(typed);
      expect(typedText().parse(kept)).toBe(kept);
    }),
  );
});

test("its length counts after that", () => {
  expect(typedText().trim().min(1).safeParse("\0 \0").success).toBe(false);
  expect(typedText().parse("a\ud83d")).toBe("a\ufffd");
});
