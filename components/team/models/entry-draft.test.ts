import fc from "fast-check";
import { expect, test } from "vitest";
import { readDraft, toDraft } from "./entry-draft";

const EMPTY = toDraft({});

test("what is left empty says nothing, and what cannot be typed is kept", () => {
  expect(readDraft(EMPTY, { name: "Old", inputs: ["text"], id: "House-1", sameAs: "openai/gpt-4o" })).toEqual(
    {
      entry: { id: "House-1", sameAs: "openai/gpt-4o" },
      wrong: [],
    },
  );
});

test("what is shown is read back as it was", () => {
  const entry = {
    name: "A",
    chineseName: "甲",
    contextLength: 128_000,
    outputLimit: 4,
    modes: ["reasoning" as const],
    reasoning: "always" as const,
    reasoningShown: false,
    efforts: ["low" as const, "high" as const],
    inputs: ["text" as const, "image" as const],
    outputs: ["text" as const],
    tools: false,
    structuredOutput: true,
    knowledgeCutoff: "2025-06",
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
  ["deprecated", "2026-12"],
  ["cutoff", "2025-13"],
  ["cutoff", "25"],
  ["cutoff", "2025-06-31"],
] as const)("%s of %s is wrong", (field, text) => {
  expect(readDraft({ ...EMPTY, [field]: text }, {}).wrong).toEqual([field]);
});

test("what is chosen of several is kept in its own order, whatever the order in which it was pressed", () => {
  const { entry } = readDraft({ ...EMPTY, efforts: ["high", "low"], inputs: ["image", "text"] }, {});
  expect(entry).toEqual({ efforts: ["low", "high"], inputs: ["text", "image"] });
});

test("what is known until a year, a month or a day is taken as it is", () => {
  const cutoffs = ["2025", "2025-06", "2025-06-30"];
  const read = cutoffs.map((cutoff) => readDraft({ ...EMPTY, cutoff }, {}).entry.knowledgeCutoff);
  expect(read).toEqual(cutoffs);
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
