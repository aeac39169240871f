import fc from "fast-check";
import { expect, test } from "vitest";
import { readDraft, toDraft } from "./entry-draft";

const EMPTY = toDraft({});

test("what is left empty says nothing, and what cannot be typed is kept", () => {
  expect(readDraft(EMPTY, { name: "Old", inputs: ["text"] })).toEqual({
    entry: { inputs: ["text"] },
    wrong: [],
  });
});

test("what is shown is read back as it was", () => {
  const entry = {
    name: "A",
    chineseName: "甲",
    contextLength: 128_000,
    outputLimit: 4,
    reasoning: "always" as const,
    tools: false,
    deprecatedOn: "2026-12-31",
  };
  expect(readDraft(toDraft(entry), entry)).toEqual({ entry, wrong: [] });
});

test.each([
  ["context", "12.5"],
  ["context", "-1"],
  ["context", "0"],
  ["outputLimit", "many"],
  ["deprecated", "2026-02-31"],
  ["deprecated", "soon"],
] as const)("%s of %s is wrong", (field, text) => {
  expect(readDraft({ ...EMPTY, [field]: text }, {}).wrong).toEqual([field]);
});

test("a count is never anything but a positive integer", () => {
  fc.assert(
    fc.property(fc.string(), (context) => {
      const { entry, wrong } = readDraft({ ...EMPTY, context }, {});
      const count = entry.contextLength;
      expect(count === undefined || (Number.isSafeInteger(count) && count > 0)).toBe(true);
      expect(count === undefined || wrong.length === 0).toBe(true);
    }),
  );
});
