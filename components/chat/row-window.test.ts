import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf, rowsAtEnd, rowsBetween } from "./row-window";

const heights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 });
const of = (list: readonly number[]) => (row: number) => list[row] ?? 0;
const sum = (list: readonly number[]) => list.reduce((total, height) => total + height, 0);

test("every row that is seen is rendered", () => {
  fc.assert(
    fc.property(heights, fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 2_000 }), (list, top, seen) => {
      const { first, last } = rowsBetween(list.length, of(list), top, top + seen);
      list.forEach((height, row) => {
        const start = sum(list.slice(0, row));
        const isSeen = start < top + seen && start + height > top;
        if (isSeen) expect(row >= first && row <= last).toBe(true);
      });
    }),
  );
});

test("an empty list has no rows", () => {
  expect(rowsBetween(0, () => 10, 0, 100)).toEqual({ first: 0, last: -1 });
  expect(rowsAtEnd(0, () => 10, 100)).toEqual({ first: 0, last: -1 });
});

test("the last rows fill what is asked, or are all", () => {
  fc.assert(
    fc.property(heights, fc.integer({ min: 1, max: 5_000 }), (list, fill) => {
      const { first, last } = rowsAtEnd(list.length, of(list), fill);
      expect(last).toBe(list.length - 1);
      if (first > 0) expect(sum(list.slice(first))).toBeGreaterThanOrEqual(fill);
      expect(sum(list.slice(first + 1))).toBeLessThan(fill);
    }),
  );
});

test("rows and the room between them are as high as the whole list, each row once and in order", () => {
  fc.assert(
    fc.property(
      heights,
      fc.nat({ max: 60 }),
      fc.nat({ max: 60 }),
      fc.array(fc.integer({ min: -1, max: 70 }), { maxLength: 2 }),
      (list, first, length, pinned) => {
        const pieces = piecesOf(list.length, of(list), { first, last: first + length }, pinned);
        const total = pieces.reduce(
          (so, piece) => so + (piece.row === null ? piece.height : of(list)(piece.row)),
          0,
        );
        expect(total).toBe(sum(list));
        const rows = pieces.flatMap(({ row }) => row ?? []);
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        for (const row of pinned) if (row >= 0 && row < list.length) expect(rows).toContain(row);
      },
    ),
  );
});
