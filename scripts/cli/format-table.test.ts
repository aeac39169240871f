import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth } from "./display-width";
import { formatTable } from "./format-table";

const columns = [
  { title: "Name", value: (row: readonly [string, string]) => row[0] },
  { title: "Cost", value: (row: readonly [string, string]) => row[1], align: "right" as const },
];

test("columns line up, figures to the right", () => {
  expect(
    formatTable(
      [
        ["a", "1.5"],
        ["longer", "10"],
      ],
      columns,
    ),
  ).toBe(["Name    Cost", "a        1.5", "longer    10"].join("\n"));
});

test("Chinese text takes two columns a character", () => {
  expect(
    formatTable(
      [
        ["中文", "1"],
        ["abcd", "2"],
      ],
      columns,
    ),
  ).toBe("Name  Cost\n中文     1\nabcd     2");
});

test("whatever a cell holds, each row stays one line of the same width", () => {
  const cell = fc.string({ unit: "binary", minLength: 0, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, fc.constant("1"))), (rows) => {
      const lines = formatTable(rows, columns).split("\n");
      return lines.length === rows.length + 1 && new Set(lines.map(displayWidth)).size === 1;
    }),
  );
});

test("no escape reaches the terminal", () => {
  expect(formatTable([["\u001b[31mred", "1"]], columns)).not.toContain("\u001b");
});
