import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryAfterMs } from "./retry-after";

const now = new Date("2026-03-01T12:00:00.000Z");

describe("retryAfterMs", () => {
  it.each([
    [{ "retry-after": "7" }, 7000],
    [{ "Retry-After": "1.5" }, 1500],
    [{ "retry-after": "Sun, 01 Mar 2026 12:00:30 GMT" }, 30_000],
    [{ "retry-after": "Sun, 01 Mar 2026 11:00:00 GMT" }, 0],
    [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
    [{ "x-ratelimit-reset-requests": "120ms", "x-ratelimit-reset-tokens": "6m0.5s" }, 360_500],
    [{ "x-ratelimit-reset": "1772366410" }, 10_000],
    [{ "x-ratelimit-reset": "1772366410000" }, 10_000],
    [{ "anthropic-ratelimit-requests-reset": "2026-03-01T12:01:00Z" }, 60_000],
    [{ "retry-after": "3", "x-ratelimit-reset-requests": "1h" }, 3000],
    [{ "retry-after": "999999999" }, 86_400_000],
    [{ "x-ratelimit-remaining-requests": "0" }, null],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("reads %j as %d", (headers, wait) => {
    expect(retryAfterMs(headers, now)).toBe(wait);
  });

  it("gives a whole number of milliseconds within a day, or null, whatever a vendor sends", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("retry-after", "retry-after-ms", "x-ratelimit-reset"),
        fc.string(),
        (name, value) => {
          const wait = retryAfterMs({ [name]: value }, now);
          if (wait !== null) {
            expect(Number.isInteger(wait)).toBe(true);
            expect(wait).toBeGreaterThanOrEqual(0);
            expect(wait).toBeLessThanOrEqual(86_400_000);
          }
        },
      ),
    );
  });
});
