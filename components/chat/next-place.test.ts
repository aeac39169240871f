import fc from "fast-check";
import { expect, test } from "vitest";
import { pickerModel } from "@/tests/support/picker-model";
import { enabledFrom, nextPlace } from "./next-place";
import { pickerRows } from "./picker-rows";
import type { PickerEntry } from "./picker-sections";

const model = pickerModel("a/1");
const mode = (value: string, answers: boolean): PickerEntry => ({
  kind: "mode",
  value,
  entry: { mode: "knowledge", model: answers ? model : null, reason: null },
});
const ofModel = (value: string): PickerEntry => ({ kind: "model", value, model });
const rowsOf = (...sections: PickerEntry[][]) =>
  pickerRows(sections.map((entries, nth) => ({ key: `${nth}`, heading: `${nth}`, entries })));
const press = (key: string, more: object = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

const ROWS = rowsOf([mode("on", true), mode("off", false)], [ofModel("m0"), ofModel("m1")], [ofModel("n0")]);

test("the arrows go through everything that can be chosen, and round", () => {
  let place: number | null = 0;
  const seen: (number | null)[] = [];
  for (let presses = 0; presses < 4; presses++) {
    place = nextPlace(ROWS, place ?? 0, press("ArrowDown"));
    seen.push(place);
  }
  expect(seen).toEqual([2, 3, 4, 0]);
  expect(nextPlace(ROWS, 0, press("ArrowUp"))).toBe(4);
  expect(nextPlace(ROWS, 2, press("ArrowUp"))).toBe(0);
});

test("Home and End lead to the ends, Alt with an arrow to the next section, Ctrl with n and p one on and back", () => {
  expect(nextPlace(ROWS, 2, press("End"))).toBe(4);
  expect(nextPlace(ROWS, 3, press("Home"))).toBe(0);
  expect(nextPlace(ROWS, 0, press("ArrowDown", { altKey: true }))).toBe(2);
  expect(nextPlace(ROWS, 3, press("ArrowDown", { altKey: true }))).toBe(4);
  expect(nextPlace(ROWS, 4, press("ArrowUp", { altKey: true }))).toBe(2);
  expect(nextPlace(ROWS, 2, press("n", { ctrlKey: true }))).toBe(3);
  expect(nextPlace(ROWS, 3, press("p", { ctrlKey: true }))).toBe(2);
});

test("letters are typed, and in an empty list no key leads anywhere", () => {
  expect(nextPlace(ROWS, 2, press("n"))).toBeNull();
  expect(nextPlace(ROWS, 2, press("c", { ctrlKey: true }))).toBeNull();
  expect(nextPlace(rowsOf(), -1, press("ArrowDown"))).toBeNull();
  expect(enabledFrom(rowsOf([mode("off", false)]), 0, 1)).toBeNull();
});

test("whatever is pressed leads to what can be chosen, or nowhere", () => {
  const entry = fc.boolean().map((on) => on);
  const keys = fc.constantFrom("ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End");
  fc.assert(
    fc.property(fc.array(fc.array(entry)), keys, fc.boolean(), fc.nat(30), (sections, key, altKey, from) => {
      const rows = rowsOf(...sections.map((entries, s) => entries.map((on, nth) => mode(`${s} ${nth}`, on))));
      const start = Math.min(from, rows.entryRows.length - 1);
      const place = nextPlace(rows, start, press(key, { altKey }));
      const enabled = sections.flat();
      if (enabled.includes(true)) expect(enabled[place ?? -1]).toBe(true);
      else expect(place).toBeNull();
    }),
  );
});
