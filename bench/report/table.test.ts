import { expect, test } from "vitest";
import { type Table, toTable } from "./table";

const TABLE: Table<"floor" | "wye", { cost: number | null }> = {
  titles: { floor: "the floor", wye: "Wye" },
  subject: "wye",
  ratios: [["wye", "floor"]],
  rows: [{ title: "cost, µs", digits: 1, read: ({ cost }) => cost }],
};

test("one stands as a ratio of the other, and out", () => {
  expect(toTable(TABLE, { floor: { cost: 100 }, wye: { cost: 80 } })).toBe(
    [
      "|  | the floor | **Wye** | Wye : the floor |",
      "| --- | ---: | ---: | ---: |",
      "| cost, µs | 100.0 | 80.0 | 0.80 |",
    ].join("\n"),
  );
});

test("what was not measured has neither a column nor a ratio", () => {
  expect(toTable(TABLE, { floor: { cost: 100 } })).not.toContain("Wye");
});

test.each([
  [null, 80],
  [0, 80],
  [100, null],
])("a figure that is missing, or nothing to divide by, is a dash: %s, %s", (floor, wye) => {
  expect(toTable(TABLE, { floor: { cost: floor }, wye: { cost: wye } })).toMatch(/\| – \|$/);
});
