import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterFailure,
  afterSuccess,
  type Circuit,
  FAILURES_TO_OPEN,
  type Failure,
  NO_FAILURES,
  standing,
} from "./circuit";

const START = Date.UTC(2026, 0, 1);
const LONGEST_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const at = (ms: number) => new Date(START + ms);
const failure = (startedAt: Date, change: Partial<Failure> = {}): Failure => ({
  error: { code: "vendor_unavailable", params: {} },
  retryAfterMs: null,
  startedAt,
  ...change,
});

interface Step {
  kind: "success" | "failure";
  /** Since the step before. */
  afterMs: number;
  /** How long the call had run. */
  ranMs: number;
  retryAfterMs: number | null;
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("success", "failure"),
  afterMs: fc.nat({ max: 20 * 60_000 }),
  ranMs: fc.nat({ max: 5 * 60_000 }),
  retryAfterMs: fc.option(fc.nat({ max: DAY_MS })),
});

/** Every circuit that the calls lead to, with the time at which. */
function play(steps: readonly Step[]): { circuit: Circuit; now: Date; before: Circuit; step: Step }[] {
  let circuit = NO_FAILURES;
  let ms = 0;
  return steps.map((one) => {
    ms += one.afterMs;
    const before = circuit;
    const [now, startedAt] = [at(ms), at(ms - one.ranMs)];
    circuit =
      one.kind === "success"
        ? afterSuccess(circuit, startedAt)
        : afterFailure(circuit, failure(startedAt, { retryAfterMs: one.retryAfterMs }), now);
    return { circuit, now, before, step: one };
  });
}

function failAgain(times: number): Circuit {
  let circuit = NO_FAILURES;
  for (let n = 0; n < times; n++) circuit = afterFailure(circuit, failure(at(n)), at(n));
  return circuit;
}

describe("a credential's circuit", () => {
  it("opens at the third failure in a row, and not before", () => {
    expect(standing(failAgain(FAILURES_TO_OPEN - 1), at(10))).toBe("closed");
    expect(standing(failAgain(FAILURES_TO_OPEN), at(10))).toBe("open");
    const mended = afterSuccess(failAgain(FAILURES_TO_OPEN - 1), at(5));
    expect(standing(afterFailure(mended, failure(at(6)), at(6)), at(7))).toBe("closed");
  });

  it("believes at once a vendor that says how long to wait", () => {
    const circuit = afterFailure(NO_FAILURES, failure(at(0), { retryAfterMs: 7000 }), at(0));
    expect(standing(circuit, at(6999))).toBe("open");
    expect(standing(circuit, at(7000))).toBe("due");
  });

  it("waits twice as long each time a probe fails, and never less than the vendor asks", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat({ max: DAY_MS })), { maxLength: 20 }), (asked) => {
        let circuit = failAgain(FAILURES_TO_OPEN);
        let waitMs = 10_000;
        for (const retryAfterMs of asked) {
          const now = circuit.openUntil;
          if (!now) throw new Error("closed");
          circuit = afterFailure(circuit, failure(now, { retryAfterMs }), now);
          waitMs = Math.min(10 * 60_000, waitMs * 2);
          expect(circuit.openUntil?.getTime()).toBe(now.getTime() + Math.max(waitMs, retryAfterMs ?? 0));
        }
      }),
    );
  });

  it("waits longer for what a person has to mend", () => {
    const rejected = { error: { code: "vendor_key_rejected", params: {} } } as const;
    let circuit = NO_FAILURES;
    for (let n = 0; n < FAILURES_TO_OPEN; n++)
      circuit = afterFailure(circuit, failure(at(0), rejected), at(0));
    expect(standing(circuit, at(4 * 60_000))).toBe("open");
  });

  it("never waits longer than an hour, or than the vendor asks", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const { circuit, now, before, step: taken } of play(steps)) {
          if (circuit === before || circuit.openUntil === null) continue;
          const longest = Math.max(LONGEST_MS, taken.retryAfterMs ?? 0);
          expect(circuit.openUntil.getTime() - now.getTime()).toBeLessThanOrEqual(longest);
        }
      }),
    );
  });

  it("lets only a success close it, and only one of a call that began after it opened", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const { circuit, now, before, step: taken } of play(steps)) {
          if (before.openUntil === null || circuit.openUntil !== null) continue;
          expect(taken.kind).toBe("success");
          expect(now.getTime() - taken.ranMs).toBeGreaterThanOrEqual(before.openedAt?.getTime() ?? 0);
        }
      }),
    );
  });

  it("is not opened further by calls that were under way when it opened", () => {
    const open = failAgain(FAILURES_TO_OPEN);
    expect(afterFailure(open, failure(at(1)), at(9000))).toBe(open);
  });

  it("is the same object after a success that changes nothing, so that nothing is written", () => {
    expect(afterSuccess(NO_FAILURES, at(0))).toBe(NO_FAILURES);
    const mended = afterSuccess(failAgain(2), at(5));
    expect(mended.lastError?.code).toBe("vendor_unavailable");
    expect(afterSuccess(mended, at(6))).toBe(mended);
  });

  it("is due when its wait is over, unless a probe is under way", () => {
    const open = failAgain(FAILURES_TO_OPEN);
    const probing = { ...open, probeUntil: at(60_000) };
    expect(standing(open, at(30_000))).toBe("due");
    expect(standing(probing, at(30_000))).toBe("probing");
    expect(standing(probing, at(60_000))).toBe("due");
  });
});
