import fc from "fast-check";
import { expect, test } from "vitest";
import { atMost } from "./at-most";

const turn = () => new Promise((next) => setImmediate(next));

test("never runs more than it may, runs all that wait, in their order, and refuses the rest", async () => {
  const sizes = fc.record({ running: fc.integer({ min: 1, max: 4 }), waiting: fc.nat({ max: 4 }) });
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat({ max: 12 }), async ({ running, waiting }, wanted) => {
      const enter = atMost({ running, waiting });
      const began: number[] = [];
      let now = 0;
      let most = 0;
      const ends = await Promise.allSettled(
        Array.from({ length: wanted }, (_, index) =>
          enter(async () => {
            began.push(index);
            now += 1;
            most = Math.max(most, now);
            await turn();
            now -= 1;
            return index;
          }),
        ),
      );
      const served = Math.min(wanted, running + waiting);
      expect(most).toBeLessThanOrEqual(running);
      expect(began).toEqual(Array.from({ length: served }, (_, index) => index));
      expect(ends.filter(({ status }) => status === "rejected")).toHaveLength(wanted - served);
    }),
  );
});

test("a failure gives its place to the next", async () => {
  const enter = atMost({ running: 1, waiting: 1 });
  const failed = enter(() => Promise.reject(new Error("one")));
  const second = enter(async () => "two");
  await expect(failed).rejects.toThrow("one");
  expect(await second).toBe("two");
  expect(await enter(async () => "three")).toBe("three");
});
