import fc from "fast-check";
import { expect, test } from "vitest";
import type { PickerModel } from "@/lib/chat/picker";
import { pickerModel } from "@/tests/support/picker-model";
import { pickerGroups } from "./picker-groups";

const model = (name: string): PickerModel => pickerModel(name);
const namesOf = (models: readonly PickerModel[]) => models.map(({ name }) => name);

test("starred models come first, then those chosen lately, then the others by vendor", () => {
  const models = ["a/1", "a/2", "b/1", "b/2"].map(model);
  const groups = pickerGroups(
    { modes: [], models, total: 4, favourites: [], recent: ["b/1", "a/2", "gone/1"], tooLong: "switch" },
    ["b/1"],
  );
  expect(namesOf(groups.favourites)).toEqual(["b/1"]);
  expect(namesOf(groups.recent)).toEqual(["a/2"]);
  expect(groups.vendors.map(([vendor, ofVendor]) => [vendor, namesOf(ofVendor)])).toEqual([
    ["a", ["a/1"]],
    ["b", ["b/2"]],
  ]);
});

test("each model is there once, whatever was starred and chosen", () => {
  const names = fc.constantFrom("a/1", "a/2", "b/1", "b/2", "gone/1");
  fc.assert(
    fc.property(fc.uniqueArray(names), fc.array(names), fc.array(names), (all, starred, recent) => {
      const groups = pickerGroups(
        { modes: [], models: all.map(model), total: all.length, favourites: [], recent, tooLong: "switch" },
        starred,
      );
      const shown = [
        ...groups.favourites,
        ...groups.recent,
        ...groups.vendors.flatMap(([, models]) => models),
      ];
      expect(namesOf(shown).sort()).toEqual([...all].sort());
    }),
  );
});
