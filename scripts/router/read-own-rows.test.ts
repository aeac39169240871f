import { join } from "node:path";
import { expect, it } from "vitest";
import { languageOf, readOwnRows } from "./read-own-rows";

const rows = readOwnRows(join(import.meta.dirname, "rows"));
const kept = readOwnRows(join(import.meta.dirname, "rows-held"));

it("our own rows are many, in both languages, with both labels", () => {
  expect(rows.length).toBeGreaterThan(2_500);
  for (const lang of ["en", "zh"])
    for (const label of [0, 1])
      expect(rows.filter((row) => row.lang === lang && row.label === label).length).toBeGreaterThan(400);
});

it("no row stands twice, and none that is kept back is trained on", () => {
  const texts = [...rows, ...kept].map(({ text }) => text.trim().toLowerCase());
  expect(texts.filter((text, nth) => texts.indexOf(text) !== nth)).toEqual([]);
});

it("a text that mixes languages belongs to the one that it is told in", () => {
  expect(languageOf("帮我debug一下这个function")).toBe("zh");
  expect(languageOf("How do you say 辛苦了 in English?")).toBe("en");
});
