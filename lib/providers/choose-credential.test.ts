import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseCredential } from "./choose-credential";
import { type Circuit, NO_FAILURES, standing } from "./circuit";

const NOW = new Date("2026-01-01T00:00:00Z");
const inMs = (ms: number) => new Date(NOW.getTime() + ms);
const open = (ms: number): Circuit => ({ ...NO_FAILURES, openings: 1, openedAt: NOW, openUntil: inMs(ms) });

const circuits = fc.oneof(
  fc.constant(null),
  fc.constant(NO_FAILURES),
  fc.integer({ min: -1000, max: 1000 }).map(open),
  fc.integer({ min: -1000, max: 0 }).map((ms) => ({ ...open(ms), probeUntil: inMs(500) })),
);
const candidate = fc.record({ weight: fc.nat({ max: 100 }), circuit: circuits });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const isClosed = ({ circuit }: { circuit: Circuit | null }) =>
  circuit === null || standing(circuit, NOW) === "closed";

describe("chooseCredential", () => {
  it("is never a dead end: where there is a key, there is one to try", () => {
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 6 }), random, (all, dice) => {
        expect(all).toContain(chooseCredential(all, NOW, dice).otherwise);
      }),
    );
    expect(chooseCredential([], NOW, 0)).toEqual({ probes: [], otherwise: null });
  });

  it("takes one that works where one does, and one of weight 0 only where no other works", () => {
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 6 }), random, (all, dice) => {
        const { otherwise } = chooseCredential(all, NOW, dice);
        const working = all.filter(isClosed);
        if (!otherwise || working.length === 0) return;
        expect(working).toContain(otherwise);
        if (working.some(({ weight }) => weight > 0)) expect(otherwise.weight).toBeGreaterThan(0);
      }),
    );
  });

  it("gives each its share exactly, over the whole range of chance", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 }), (weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        fc.pre(total > 0);
        const all = weights.map((weight) => ({ weight, circuit: null }));
        const taken = all.map(() => 0);
        for (let n = 0; n < total; n++) {
          const { otherwise } = chooseCredential(all, NOW, (n + 0.5) / total);
          const index = otherwise ? all.indexOf(otherwise) : -1;
          taken[index] = (taken[index] ?? 0) + 1;
        }
        expect(taken).toEqual(weights);
      }),
    );
  });

  it("probes what waits for it, and nothing that is open or being probed", () => {
    const due = { weight: 1, circuit: open(-1) };
    const probing = { weight: 1, circuit: { ...open(-1), probeUntil: inMs(500) } };
    const well = { weight: 1, circuit: null };
    expect(chooseCredential([well, due, probing, { weight: 1, circuit: open(1) }], NOW, 0).probes).toEqual([
      due,
    ]);
  });

  it("tries the one that may be tried the soonest where none works, and a lone one without a probe", () => {
    const [later, sooner] = [
      { weight: 9, circuit: open(900) },
      { weight: 0, circuit: open(100) },
    ];
    expect(chooseCredential([later, sooner], NOW, 0).otherwise).toBe(sooner);
    const lone = { weight: 1, circuit: open(-5) };
    expect(chooseCredential([lone], NOW, 0)).toEqual({ probes: [], otherwise: lone });
  });
});
