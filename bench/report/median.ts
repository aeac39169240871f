/** The middle one of several runs by a figure: a whole run, so that its figures belong together. */
export function medianBy<T>(runs: readonly T[], figure: (run: T) => number): T {
  const sorted = runs.toSorted((a, b) => figure(a) - figure(b));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new RangeError("no runs to choose from");
  return middle;
}
