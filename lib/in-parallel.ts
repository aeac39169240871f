/** Runs a task for every item, at most so many at a time, in their order. The first that throws is thrown, and no other
 *  begins. */
export async function inParallel<Item>(
  items: readonly Item[],
  mostAtOnce: number,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  let failed = false;
  async function work(): Promise<void> {
    for (const item of waiting) {
      if (failed) return;
      await run(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  }
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, items.length) }, work));
}
