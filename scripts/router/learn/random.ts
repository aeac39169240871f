/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers below `size` in a shuffled order. */
export function shuffled(size: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, nth) => nth);
  for (let nth = size - 1; nth > 0; nth -= 1) {
    const other = Math.floor(random() * (nth + 1));
    const kept = order[nth] ?? 0;
    order[nth] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
