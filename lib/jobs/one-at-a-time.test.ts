import { expect, test } from "vitest";
import { oneAtATime } from "./one-at-a-time";

test("a task that still runs is not begun again, and one that ended or failed is", async () => {
  const ends: (() => void)[] = [];
  const run = oneAtATime((fails: boolean) => {
    return new Promise<void>((resolve, reject) => {
      ends.push(() => (fails ? reject(new Error("failed")) : resolve()));
    });
  });
  const first = run(true);
  const second = run(false);
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await expect(first).rejects.toThrow("failed");
  await expect(second).rejects.toThrow("failed");
  const third = run(false);
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await third;
});
