import fc from "fast-check";
import { expect, it } from "vitest";
import { leastFirst } from "./least-first";

it("is the order that sorting has, whatever the numbers, and as far as it is asked for", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(20), (numbers, most) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      expect([...leastFirst([...numbers])]).toEqual(sorted);
      expect([...leastFirst([...numbers]).take(most)]).toEqual(sorted.slice(0, most));
    }),
  );
});
