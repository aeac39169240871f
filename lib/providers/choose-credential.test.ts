import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankCredentials } from "./choose-credential";
import { type Circuit, NO_FAILURES, standing } from "./circuit";

const NOW = new Date("2026-01-01T00:00:00Z");
const inMs = (ms: number) => new Date(NOW.getTime() + ms);
const open = (ms: number): Circuit => ({ ...NO_FAILURES, openings: 1, openedAt: NOW, openUntil: inMs(ms) });

interface Key {
  weight: number;
  circuit: Circuit | null;
  room: number;
}
const key = (change: Partial<Key> = {}): Key => ({ weight: 1, circuit: null, room: 1, ...change });
const rank = (keys: readonly Key[], random: () => number = () => 0) =>
  rankCredentials(keys, { now: NOW, random, room: ({ room }) => room });
const first = (keys: readonly Key[], random: () => number = () => 0) => rank(keys, random)[0]?.candidate;

const circuits = fc.oneof(
  fc.constant(null),
  fc.constant(NO_FAILURES),
  fc.integer({ min: -1000, max: 1000 }).map(open),
  fc.integer({ min: -1000, max: 0 }).map((ms) => ({ ...open(ms), probeUntil: inMs(500) })),
);
const anyKey: fc.Arbitrary<Key> = fc.record({
  weight: fc.nat({ max: 100 }),
  circuit: circuits,
  room: fc.constantFrom(0, 0.2, 1),
});
const keys = fc.array(anyKey, { maxLength: 6 });
const dice = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((stream) => () => Number(stream.next().value));
const works = ({ circuit }: Key) => circuit === null || standing(circuit, NOW) === "closed";

describe("the order of a provider's keys", () => {
  it("has each of them once, so that there is no dead end", () => {
    fc.assert(
      fc.property(keys, dice, (all, random) => {
        const ranked = rank(all, random).map(({ candidate }) => candidate);
        expect(ranked).toHaveLength(all.length);
        expect(new Set(ranked)).toEqual(new Set(all));
      }),
    );
  });

  it("has what waits for a probe first, then what works, then what is held back", () => {
    fc.assert(
      fc.property(keys, dice, (all, random) => {
        const states = rank(all, random).map(({ state }) => ["due", "works", "held"].indexOf(state));
        expect(states).toEqual(states.toSorted());
      }),
    );
  });

  it("has those with room before those without, and within each a reserve of weight 0 last", () => {
    fc.assert(
      fc.property(fc.array(anyKey.filter(works), { maxLength: 6 }), dice, (all, random) => {
        const classes = rank(all, random).map(
          ({ candidate: { room, weight } }) => (room > 0 ? 0 : 2) + (weight > 0 ? 0 : 1),
        );
        expect(classes).toEqual(classes.toSorted());
      }),
    );
  });

  it("gives each its share exactly, over the whole range of chance", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 }), (weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        fc.pre(total > 0);
        const all = weights.map((weight) => key({ weight }));
        const taken = all.map(() => 0);
        for (let n = 0; n < total; n++) {
          const chosen = first(all, () => (n + 0.5) / total);
          const index = chosen ? all.indexOf(chosen) : -1;
          taken[index] = (taken[index] ?? 0) + 1;
        }
        expect(taken).toEqual(weights);
      }),
    );
  });

  it("weighs a key by the room that it has left", () => {
    const [half, whole] = [key({ room: 0.5 }), key()];
    const chosen = Array.from({ length: 30 }, (_, n) => first([half, whole], () => (n + 0.5) / 30));
    expect(chosen.filter((one) => one === half)).toHaveLength(10);
  });

  it("probes what waits for it, and nothing that is open or being probed", () => {
    const due = key({ circuit: open(-1) });
    const probing = key({ circuit: { ...open(-1), probeUntil: inMs(500) } });
    const ranked = rank([key(), due, probing, key({ circuit: open(1) })]);
    expect(ranked.map(({ state }) => state)).toEqual(["due", "works", "held", "held"]);
    expect(ranked[0]?.candidate).toBe(due);
  });

  it("tries the one that may be tried the soonest where none works", () => {
    const [later, sooner] = [key({ weight: 9, circuit: open(900) }), key({ weight: 0, circuit: open(100) })];
    expect(first([later, sooner])).toBe(sooner);
  });
});
