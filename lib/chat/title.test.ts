import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tidyTitle } from "./title";

describe("a title that a model wrote", () => {
  test.each([
    ['"Sorting a list in Python."', "Sorting a list in Python"],
    ["# Title: Why the sky is blue", "Why the sky is blue"],
    ["**Trip to Kyoto**", "Trip to Kyoto"],
    ["What `map` does to a **list**", "What map does to a list"],
    ["标题：如何学习西班牙语。", "如何学习西班牙语"],
    ["《红楼梦》", "红楼梦"],
    ["\n\nBudget for March\nIt is about money", "Budget for March"],
    ["", ""],
  ])("%j is kept as %j", (said, kept) => {
    expect(tidyTitle(said)).toBe(kept);
  });

  test("is one line of at most 80 characters, whatever was said", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (said) => {
        const title = tidyTitle(said);
        expect([...title].length).toBeLessThanOrEqual(80);
        expect(title).not.toContain("\n");
        expect(title).toBe(title.trim());
      }),
    );
  });
});
