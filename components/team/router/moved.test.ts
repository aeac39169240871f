import fc from "fast-check";
import { expect, test } from "vitest";
import { moved } from "./moved";

const list = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 8 });
const way = fc.constantFrom(-1 as const, 1 as const);

test("moving loses nothing, and moving back restores the order", () => {
  fc.assert(
    fc.property(list, fc.nat({ max: 7 }), way, (all, place, by) => {
      const after = moved(all, place, by);
      expect([...after].sort()).toEqual([...all].sort());
      const canMove = place < all.length && all[place + by] !== undefined && place + by >= 0;
      expect(after[canMove ? place + by : place]).toBe(all[place]);
      expect(canMove ? moved(after, place + by, by === 1 ? -1 : 1) : after).toEqual(all);
    }),
  );
});
