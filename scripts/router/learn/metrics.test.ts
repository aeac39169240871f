import fc from "fast-check";
import { expect, it } from "vitest";
import { accuracy, auc, calibrationError } from "./metrics";

const judged = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 1)), {
  minLength: 2,
  maxLength: 40,
});

it("the area is the share of pairs in the right order, ties counted half", () => {
  fc.assert(
    fc.property(judged, (pairs) => {
      const scores = pairs.map(([score]) => score);
      const labels = pairs.map(([, label]) => label);
      const worth = pairs.flatMap(([a, one]) =>
        pairs.flatMap(([b, other]) => (one === 1 && other === 0 ? [a > b ? 1 : a === b ? 0.5 : 0] : [])),
      );
      const expected =
        worth.length === 0 ? null : worth.reduce<number>((sum, w) => sum + w, 0) / worth.length;
      const found = auc(scores, labels);
      if (expected === null) expect(found).toBeNull();
      else expect(found).toBeCloseTo(expected, 9);
    }),
  );
});

it("a judge that is right and sure has no error of calibration", () => {
  expect([accuracy([1, 0], [1, 0]), calibrationError([1, 0], [1, 0])]).toEqual([1, 0]);
  expect(calibrationError([0.75, 0.75, 0.75, 0.75], [1, 1, 1, 0])).toBe(0);
});
