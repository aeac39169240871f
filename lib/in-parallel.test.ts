import { expect, test } from "vitest";
import { inParallel } from "./in-parallel";

test("every item has its turn, and never more than so many at a time", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await inParallel([], 3, () => Promise.reject(new Error("there is nothing to do")));
});

test("what one throws is thrown, and those that wait do not begin", async () => {
  const begun: number[] = [];
  const run = async (item: number): Promise<void> => {
    begun.push(item);
    if (item === 2) throw new RangeError("broken");
  };
  await expect(inParallel([1, 2, 3, 4], 1, run)).rejects.toThrow("broken");
  expect(begun).toEqual([1, 2]);
});
