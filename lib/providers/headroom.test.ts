import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Headroom, readHeadroom, shareLeft, withCall } from "./headroom";

const NOW = new Date("2026-01-01T00:00:00Z");
const AT = NOW.getTime();

const allowance = fc
  .record({ limit: fc.integer({ min: 1, max: 1_000_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .chain(({ limit, part }) =>
    fc.record({
      left: fc.constant(Math.floor(limit * part)),
      limit: fc.constantFrom(limit, null),
      fullAtMs: fc.integer({ min: AT, max: AT + 120_000 }),
    }),
  );
const headroom: fc.Arbitrary<Headroom> = fc.record({
  atMs: fc.constant(AT),
  requests: fc.option(allowance, { nil: null }),
  tokens: fc.option(allowance, { nil: null }),
});
const tokens = fc.nat({ max: 200_000 });
const laterMs = fc.nat({ max: 120_000 });

describe("what a vendor's headers say", () => {
  it.each([
    [
      "OpenAI",
      {
        "x-ratelimit-limit-requests": "500",
        "x-ratelimit-remaining-requests": "499",
        "x-ratelimit-reset-requests": "120ms",
        "x-ratelimit-limit-tokens": "200000",
        "x-ratelimit-remaining-tokens": "150000",
        "x-ratelimit-reset-tokens": "15s",
      },
      { left: 499, limit: 500, fullAtMs: AT + 120 },
      { left: 150_000, limit: 200_000, fullAtMs: AT + 15_000 },
    ],
    [
      "Anthropic, the scarcer of input and all tokens",
      {
        "anthropic-ratelimit-requests-limit": "50",
        "anthropic-ratelimit-requests-remaining": "0",
        "anthropic-ratelimit-requests-reset": "2026-01-01T00:00:30Z",
        "anthropic-ratelimit-tokens-limit": "90000",
        "anthropic-ratelimit-tokens-remaining": "80000",
        "anthropic-ratelimit-tokens-reset": "2026-01-01T00:00:10Z",
        "anthropic-ratelimit-input-tokens-limit": "40000",
        "anthropic-ratelimit-input-tokens-remaining": "39000",
        "anthropic-ratelimit-input-tokens-reset": "2026-01-01T00:00:05Z",
      },
      { left: 0, limit: 50, fullAtMs: AT + 30_000 },
      { left: 39_000, limit: 40_000, fullAtMs: AT + 5000 },
    ],
    [
      "one that says what is left and no more",
      { "x-ratelimit-remaining-tokens": "7" },
      null,
      { left: 7, limit: null, fullAtMs: AT + 60_000 },
    ],
  ])("is read: %s", (_vendor, headers, requests, ofTokens) => {
    expect(readHeadroom(headers, NOW)).toEqual({ atMs: AT, requests, tokens: ofTokens });
  });

  it("is nothing where it is none, whatever the headers are", () => {
    expect(readHeadroom({ "content-type": "text/event-stream" }, NOW)).toBeNull();
    expect(readHeadroom({ "x-ratelimit-remaining-tokens": "-1" }, NOW)).toBeNull();
    const name = fc.constantFrom(
      "x-ratelimit-remaining-tokens",
      "x-ratelimit-limit-tokens",
      "x-ratelimit-reset-tokens",
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), tokens, (headers, need) => {
        const share = shareLeft(readHeadroom(headers, NOW), need, AT);
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
});

describe("the share that is left", () => {
  it("is all of it where nothing is known, and none where the call does not fit", () => {
    expect(shareLeft(null, 5, AT)).toBe(1);
    const scarce: Headroom = {
      atMs: AT,
      requests: null,
      tokens: { left: 99, limit: 1000, fullAtMs: AT + 60_000 },
    };
    expect(shareLeft(scarce, 100, AT)).toBe(0);
    expect(shareLeft(scarce, 99, AT)).toBe(0.099);
  });

  it("never shrinks with time, and never leaves 0 to 1", () => {
    fc.assert(
      fc.property(headroom, tokens, laterMs, laterMs, (known, need, one, two) => {
        const [sooner, later] = [Math.min(one, two), Math.max(one, two)].map((ms) =>
          shareLeft(known, need, AT + ms),
        ) as [number, number];
        expect(sooner).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(1);
        expect(later).toBeGreaterThanOrEqual(sooner);
      }),
    );
  });

  it("never grows by a call that is under way", () => {
    fc.assert(
      fc.property(headroom, tokens, tokens, laterMs, (known, taken, need, ms) => {
        const nowMs = AT + ms;
        const before = shareLeft(known, need, nowMs);
        expect(shareLeft(withCall(known, taken, nowMs), need, nowMs)).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("is gone after as many calls as are left, until it fills up again", () => {
    let known: Headroom = { atMs: AT, requests: { left: 3, limit: 60, fullAtMs: AT + 57_000 }, tokens: null };
    for (let call = 0; call < 3; call++) {
      expect(shareLeft(known, 1, AT)).toBeGreaterThan(0);
      known = withCall(known, 1, AT);
    }
    expect(shareLeft(known, 1, AT)).toBe(0);
    expect(shareLeft(known, 1, AT + 1500)).toBeGreaterThan(0);
    expect(shareLeft(known, 1, AT + 60_000)).toBe(1);
  });
});
