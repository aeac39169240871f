import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_RETENTION, nextRetention, RETENTION_GRACE_MS, retentionAt } from "./retention";

const wish = fc.option(fc.integer({ min: 1, max: 3650 }));
const step = fc.record({ wanted: wish, afterMs: fc.integer({ min: 0, max: 3 * RETENTION_GRACE_MS }) });
const NOW = new Date("2026-05-01T00:00:00Z");
const sooner = (a: number | null, b: number | null) => a !== null && (b === null || a < b);

describe("a retention", () => {
  test("never deletes sooner than whatever was in effect or stated all through the last day", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let known = NO_RETENTION;
        let now = NOW;
        for (const { wanted, afterMs } of steps) {
          const before = retentionAt(known, now);
          known = nextRetention(known, wanted, now);
          // At once nothing deletes sooner than it did the moment before.
          expect(sooner(retentionAt(known, now), before)).toBe(false);
          const inGrace = new Date(now.getTime() + RETENTION_GRACE_MS - 1);
          expect(sooner(retentionAt(known, inGrace), before)).toBe(false);
          expect(retentionAt(known, new Date(now.getTime() + RETENTION_GRACE_MS))).toBe(wanted);
          now = new Date(now.getTime() + afterMs);
        }
      }),
    );
  });

  test("that keeps longer holds at once, and withdraws one that waits", () => {
    const waiting = nextRetention(NO_RETENTION, 30, NOW);
    expect(retentionAt(waiting, NOW)).toBeNull();
    const withdrawn = nextRetention(waiting, null, NOW);
    expect(retentionAt(withdrawn, new Date(NOW.getTime() + 2 * RETENTION_GRACE_MS))).toBeNull();
  });
});
