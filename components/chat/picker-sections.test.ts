import { expect, test } from "vitest";
import type { Picker } from "@/lib/chat/picker";
import { pickerModel } from "@/tests/support/picker-model";
import { toSearchQuery } from "./match-rank";
import { foundSections, type PickerSection, pickerSections } from "./picker-sections";
import { toSearched } from "./rank-models";

const TEXTS = {
  modes: "Modes",
  favourites: "Favourites",
  recent: "Recently used",
  unavailable: "Not available here",
  mode: { auto: "Auto", knowledge: "知识", reasoning: "推理" },
};
const models = ["a/large", "a/mini", "b/mini-2", "b/reasoning-mini", "b/other"].map((name) =>
  pickerModel(name),
);
const picker: Picker = {
  modes: [
    { mode: "knowledge", model: models[0] ?? null, reason: null },
    { mode: "reasoning", model: null, reason: { code: "no_model", params: { mode: "reasoning" } } },
  ],
  models,
  total: models.length,
  favourites: [],
  recent: ["b/other"],
  tooLong: "switch",
};
const gone = { name: "c/mini", displayName: "mini", vendorName: "c", reason: "vendor" as const };

const shown = (sections: readonly PickerSection[]) =>
  sections.map(({ heading, entries }) => [heading, entries.map(({ value }) => value)]);

function found(text: string) {
  const query = toSearchQuery(text);
  if (query === null) throw new RangeError("no search");
  return shown(foundSections(picker.modes, models.map(toSearched), query, [gone], TEXTS));
}

test("modes come first, then starred models, then those used lately, then the others by vendor", () => {
  expect(shown(pickerSections(picker, ["a/mini"], TEXTS))).toEqual([
    ["Modes", ["knowledge", "reasoning"]],
    ["Favourites", ["a/mini"]],
    ["Recently used", ["b/other"]],
    ["a", ["a/large"]],
    ["b", ["b/mini-2", "b/reasoning-mini"]],
  ]);
});

test("a search puts the best first, whatever was starred, and what cannot be chosen last", () => {
  expect(found("mini")).toEqual([
    ["a", ["a/mini"]],
    ["b", ["b/mini-2", "b/reasoning-mini"]],
    ["Not available here", ["unavailable:c/mini"]],
  ]);
});

test("a mode is found by its name in either language, before models that have it in theirs", () => {
  expect(found("reasoning").slice(0, 2)).toEqual([
    ["Modes", ["reasoning"]],
    ["b", ["b/reasoning-mini"]],
  ]);
  expect(found("推理")[0]).toEqual(["Modes", ["reasoning"]]);
});
