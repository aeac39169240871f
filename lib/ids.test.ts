import fc from "fast-check";
import { expect, test } from "vitest";
import { firstIdAt, newId, timeOfId } from "./ids";

test("an id says when it was made", () => {
  const before = Date.now();
  const at = timeOfId(newId()).getTime();
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(Date.now());
});

test("the first id of a moment says that moment", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), (time) => {
      expect(timeOfId(firstIdAt(new Date(time))).getTime()).toBe(time);
    }),
  );
});
