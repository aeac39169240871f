import fc from "fast-check";
import { expect, test } from "vitest";
import { isDead } from "./is-dead";

const PING_EVERY_MS = 15_000;

test("a connection that pings arrive on is never given up, whether or not the page has just woken", () => {
  fc.assert(
    fc.property(fc.nat({ max: PING_EVERY_MS + 2_000 }), fc.boolean(), (silentMs, woken) => {
      expect(isDead(silentMs, woken)).toBe(false);
    }),
  );
});

test("one on which two pings did not arrive is given up", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3 * PING_EVERY_MS, max: 1e9 }), fc.boolean(), (silentMs, woken) => {
      expect(isDead(silentMs, woken)).toBe(true);
    }),
  );
});

test("a page that has just woken waits no longer than another", () => {
  fc.assert(
    fc.property(fc.nat(), (silentMs) => {
      expect(isDead(silentMs, true) || !isDead(silentMs, false)).toBe(true);
    }),
  );
});
