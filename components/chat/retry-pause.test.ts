import fc from "fast-check";
import { expect, test } from "vitest";
import { retryPauseMs } from "./retry-pause";

const attempts = fc.nat({ max: 5_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("a pause is never nothing, and never longer than a quarter of a minute", () => {
  fc.assert(
    fc.property(attempts, chance, (attempt, random) => {
      const pauseMs = retryPauseMs(attempt, random);
      expect(pauseMs).toBeGreaterThanOrEqual(250);
      expect(pauseMs).toBeLessThanOrEqual(15_000);
    }),
  );
});

test("pauses do not become shorter", () => {
  fc.assert(
    fc.property(attempts, chance, (attempt, random) => {
      expect(retryPauseMs(attempt + 1, random)).toBeGreaterThanOrEqual(retryPauseMs(attempt, random));
    }),
  );
});

test("chance spreads the attempts of many pages over half of the pause", () => {
  fc.assert(
    fc.property(attempts, (attempt) => {
      expect(retryPauseMs(attempt, 0.999)).toBeGreaterThan(1.9 * retryPauseMs(attempt, 0));
    }),
  );
});
