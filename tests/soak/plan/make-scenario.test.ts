import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf } from "@/tests/support/upstream/script";
import { makeScenario } from "./make-scenario";
import { type Scenario, THEMES } from "./scenario";
import { toScript } from "./to-script";

const seeds = fc.integer({ min: 1, max: 999_999 });
const numbers = fc.integer({ min: 1, max: 500 });
const scenarios = fc.tuple(seeds, numbers).map(([seed, number]) => makeScenario(seed, number));
const turnsOf = ({ lanes }: Scenario) => lanes.flatMap(({ turns }) => turns);

test("the same seed and number make the same scenario, without those before it", () => {
  fc.assert(
    fc.property(seeds, numbers, (seed, number) => {
      expect(makeScenario(seed, number)).toEqual(makeScenario(seed, number));
    }),
  );
});

test("another seed makes another scenario", () => {
  const texts = new Set(
    Array.from({ length: 50 }, (_, seed) => JSON.stringify(turnsOf(makeScenario(seed + 1, 1)))),
  );
  expect(texts.size).toBe(50);
});

test("as many runs as there are themes have each theme, in each seed", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const themes = THEMES.map((_, at) => makeScenario(seed, at + 1).theme);
      expect(new Set(themes).size).toBe(THEMES.length);
    }),
  );
});

test("no two answers of a seed have the same marker, and none is the beginning of another", () => {
  const markers = Array.from({ length: 120 }, (_, at) => makeScenario(7, at + 1)).flatMap((scenario) =>
    turnsOf(scenario).map(({ answer }) => answer.marker),
  );
  for (const marker of markers) expect(markers.filter((other) => other.startsWith(marker))).toEqual([marker]);
});

test("the pieces of an answer join to it, and what it is held at is one of them", () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      for (const { answer } of turnsOf(scenario)) {
        const pieces = piecesOf(toScript(answer));
        const text = pieces.map(([kind, piece]) => (kind === "text" ? piece : "")).join("");
        expect(text).toBe(answer.text);
        if (answer.holdAt !== null) expect(answer.holdAt).toBeLessThan(pieces.length);
      }
    }),
  );
});

test("words are numbered from 0 without a gap, whatever stands between them", () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      for (const { answer } of turnsOf(scenario)) {
        const found = [...answer.text.matchAll(/w(\d+)/g)].map(([, number]) => Number(number));
        expect(found).toEqual(found.map((_, at) => at));
      }
    }),
  );
});

test("troubles come in the order of their moments, and one process is ended at most", () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const ends = turnsOf(scenario).flatMap(({ troubles }) => {
        const moments = troubles.map(({ at }) => at);
        expect(moments).toEqual(moments.toSorted((a, b) => a - b));
        return troubles.filter(({ kind }) => kind === "kill" || kind === "terminate");
      });
      expect(ends.length).toBeLessThanOrEqual(1);
    }),
  );
});

test("the sample of npm test has what it must not be without", () => {
  const turns = Array.from({ length: 15 }, (_, at) => makeScenario(1, at + 1)).flatMap(turnsOf);
  const troubles = turns.flatMap((turn) => turn.troubles);
  expect(troubles).toContainEqual(expect.objectContaining({ kind: "kill", replica: "writer" }));
  expect(troubles).toContainEqual(expect.objectContaining({ kind: "stop", through: "other" }));
  for (const kind of ["cut", "follow", "reload", "repeat", "silence", "terminate"])
    expect(troubles).toContainEqual(expect.objectContaining({ kind }));
  expect(turns.some(({ loseResponse }) => loseResponse)).toBe(true);
});
