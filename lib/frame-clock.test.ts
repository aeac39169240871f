import fc from "fast-check";
import { expect, test } from "vitest";
import { frameLength } from "./frame-clock";

test("few streams move twenty-five times a second, very many ten times", () => {
  expect([0, 1, 40].map(frameLength)).toEqual([40, 40, 40]);
  expect([100, 5_000].map(frameLength)).toEqual([100, 100]);
});

test("in between, all of them together get a thousand updates a second", () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 100 }), (streams) => {
      expect((streams * 1000) / frameLength(streams)).toBeCloseTo(1_000);
    }),
  );
});
