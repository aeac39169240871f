import fc from "fast-check";
import { expect, test } from "vitest";
import { percentile } from "./percentile";

test("nearest rank, whatever the order", () => {
  expect(percentile([30, 10, 20, 40], 50)).toBe(20);
  expect(percentile([30, 10, 20, 40], 95)).toBe(40);
  expect(percentile([], 50)).toBeNull();
});

test("it is one of the values, and at least that share of them is no greater", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const found = percentile(values, percent);
        expect(values).toContain(found);
        const notGreater = values.filter((value) => value <= Number(found)).length;
        expect(notGreater * 100).toBeGreaterThanOrEqual(percent * values.length);
      },
    ),
  );
});
