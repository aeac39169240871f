import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fault } from "./fault-of";
import type { Attempt, Hop } from "./hop";
import { LONGEST_WAIT_MS, MOST_CALLS, MOST_TRIES, nextHop } from "./next-hop";

const FAULTS: readonly Fault[] = ["asker", "room", "key", "model", "busy", "slow", "away", "ill"];
const LIMIT_MS = 600_000;
const NONE = { nowMs: 0, untilMs: LIMIT_MS, promptTokens: 100, random: 0.5 };

const way = (id: string, change: Partial<Hop> = {}): Hop => ({
  id,
  credential: id,
  address: id,
  model: "m",
  sameAs: "m",
  contextLength: 1000,
  held: false,
  ...change,
});
const failed = (hop: Hop, fault: Fault, change: Partial<Attempt> = {}): Attempt => ({
  hop,
  fault,
  said: false,
  endedAtMs: 0,
  retryAfterMs: null,
  ...change,
});
const nextId = (hops: readonly Hop[], ...attempts: Attempt[]) =>
  nextHop(hops, attempts, NONE)?.hop.id ?? null;

const letter = fc.constantFrom("a", "b", "c");
const hops = fc
  .array(
    fc.record({
      credential: letter,
      address: letter,
      model: letter,
      contextLength: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      held: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map((hop, at) => way(String(at), { ...hop, sameAs: hop.model })));
const failures = fc.infiniteStream(
  fc.record({
    fault: fc.constantFrom(...FAULTS),
    tookMs: fc.nat({ max: 20_000 }),
    retryAfterMs: fc.option(fc.nat({ max: 60_000 }), { nil: null }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  }),
);

interface Step extends Attempt {
  waitMs: number;
}

/** All that happens when everything fails. */
function play(
  all: readonly Hop[],
  stream: Iterator<{ fault: Fault; tookMs: number } & Pick<Attempt, "retryAfterMs"> & { random: number }>,
): Step[] {
  const steps: Step[] = [];
  let nowMs = 0;
  for (;;) {
    const { value } = stream.next();
    const next = nextHop(all, steps, { ...NONE, nowMs, random: value.random });
    if (!next) return steps;
    nowMs += next.waitMs + value.tookMs;
    const { fault, retryAfterMs } = value;
    steps.push({ ...next, fault, retryAfterMs, said: false, endedAtMs: nowMs });
    if (steps.length > 100) throw new Error("it does not end");
  }
}

const always = (check: (steps: Step[], all: Hop[]) => void) =>
  fc.assert(fc.property(hops, failures, (all, stream) => check(play(all, stream[Symbol.iterator]()), all)));

describe("where everything fails", () => {
  it("it ends, within the bounds of calls, tries, waits and time", () => {
    always((steps, all) => {
      expect(steps.filter(({ fault }) => fault !== "room").length).toBeLessThanOrEqual(MOST_CALLS);
      for (const { id } of all)
        expect(steps.filter(({ hop }) => hop.id === id).length).toBeLessThanOrEqual(MOST_TRIES);
      for (const [at, { waitMs }] of steps.entries()) {
        expect(waitMs).toBeLessThanOrEqual(LONGEST_WAIT_MS);
        expect((steps[at - 1]?.endedAtMs ?? 0) + waitMs).toBeLessThan(LIMIT_MS);
      }
    });
  });

  it("no way is tried twice while one that could do was not tried, and each is waited for as asked", () => {
    always((steps, all) => {
      for (const [at, step] of steps.entries()) {
        const before = steps.slice(0, at);
        const own = before.findLast(({ hop }) => hop.id === step.hop.id);
        if (!own) {
          expect(step.waitMs).toBe(0);
          continue;
        }
        expect(["busy", "away", "ill"]).toContain(own.fault);
        const began = (before.at(-1)?.endedAtMs ?? 0) + step.waitMs;
        expect(began).toBeGreaterThanOrEqual(own.endedAtMs + (own.retryAfterMs ?? 0));
        const tried = new Set(before.map(({ hop }) => hop.id));
        const untried = all.filter(({ id }) => !tried.has(id));
        expect(untried.filter((hop) => nextHop([hop], before, { ...NONE, nowMs: began }))).toEqual([]);
      }
    });
  });

  it("what is the asker's ends it at once", () => {
    always((steps) => {
      for (const { fault } of steps.slice(0, -1)) expect(fault).not.toBe("asker");
    });
  });

  it("a prompt that was too long goes only where there is more room", () => {
    always((steps) => {
      for (const [at, { hop }] of steps.entries()) {
        for (const { hop: small } of steps.slice(0, at).filter(({ fault }) => fault === "room"))
          expect(hop.contextLength).toBeGreaterThan(small.contextLength ?? NONE.promptTokens);
      }
    });
  });

  it("a key that gets nowhere is not used again, nor for a model that it does not get", () => {
    always((steps) => {
      for (const [at, { hop }] of steps.entries()) {
        for (const { fault, hop: failedHop } of steps.slice(0, at)) {
          if (fault === "key") expect(hop.credential).not.toBe(failedHop.credential);
          if (fault === "model" && hop.credential === failedHop.credential)
            expect(hop.model).not.toBe(failedHop.model);
        }
      }
    });
  });
});

describe("the order", () => {
  it("has another host before another key where an answer broke off in the middle", () => {
    const cut = way("1", { address: "x" });
    const sameHost = way("2", { address: "x" });
    const otherModel = way("3", { address: "y", model: "n", sameAs: "n" });
    const otherHost = way("4", { address: "z" });
    const all = [cut, sameHost, otherModel, otherHost];
    expect(nextId(all, failed(cut, "ill"))).toBe("2");
    expect(nextId(all, failed(cut, "ill", { said: true }))).toBe("4");
    expect(nextId(all.slice(0, 3), failed(cut, "ill", { said: true }))).toBe("3");
    expect(nextId(all.slice(0, 2), failed(cut, "ill", { said: true }))).toBe("2");
  });

  const [k1, k2] = [way("k1", { address: "x" }), way("k2", { address: "x" })];
  const elsewhere = way("elsewhere");
  const other = way("other", { address: "x", model: "n", sameAs: "n" });
  const third = way("third", { model: "o", sameAs: "o" });
  const all = [k1, k2, elsewhere, other, third];

  it("is the model's next key, its next host, then the next model that does not share what failed", () => {
    expect(nextId(all)).toBe("k1");
    expect(nextId(all, failed(k1, "ill"))).toBe("k2");
    expect(nextId(all, failed(k1, "ill"), failed(k2, "ill"))).toBe("elsewhere");
    const three = [failed(k1, "ill"), failed(k2, "ill"), failed(elsewhere, "ill")];
    expect(nextId(all, ...three)).toBe("third");
    expect(nextId(all, ...three, failed(third, "ill"))).toBe("other");
  });

  it("leaves an address that does not answer, and a key that is to wait, for last", () => {
    expect(nextId(all, failed(k1, "away"))).toBe("elsewhere");
    expect(nextId(all, failed(k1, "slow"))).toBe("elsewhere");
    const sharing = way("sharing", { credential: "k1", model: "n", sameAs: "n" });
    expect(nextId([k1, sharing, third], failed(k1, "busy"))).toBe("third");
  });

  it("has what a circuit holds back only where nothing else is left, before anything is tried twice", () => {
    const held = way("held", { held: true });
    expect(nextId([held, third])).toBe("third");
    expect(nextId([held, third], failed(third, "ill"))).toBe("held");
  });
});

describe("a wait", () => {
  const only = way("only");
  const waitAfter = (fault: Fault, change: Partial<Attempt>, random = 0.5) =>
    nextHop([only], [failed(only, fault, change)], { ...NONE, nowMs: 1000, random });

  it("is a share of a second at first, and of twice as much the next time", () => {
    expect(waitAfter("ill", { endedAtMs: 1000 })?.waitMs).toBe(500);
    const twice = [failed(only, "ill"), failed(only, "ill", { endedAtMs: 1000 })];
    expect(nextHop([only], twice, { ...NONE, nowMs: 1000 })?.waitMs).toBe(1000);
  });

  it("is never shorter than the vendor asks, and too long a one is refused", () => {
    expect(waitAfter("busy", { endedAtMs: 1000, retryAfterMs: 7000 })?.waitMs).toBe(7000);
    expect(waitAfter("busy", { endedAtMs: 0, retryAfterMs: 7000 })?.waitMs).toBe(6000);
    expect(waitAfter("busy", { endedAtMs: 1000, retryAfterMs: LONGEST_WAIT_MS + 1 })).toBeNull();
  });

  it("is not for who was waited for in vain", () => {
    expect(waitAfter("slow", {})).toBeNull();
  });
});
