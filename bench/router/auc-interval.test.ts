import { expect, it } from "vitest";
import { aucIntervals, toIntervalTable } from "./auc-interval";
import type { Verdict } from "./judge";

const verdict = (label: number, classifier: number, plain: number): Verdict => ({
  lang: "en",
  source: "s",
  kind: "k",
  label,
  by: { classifier, plain, keywords: 0.5, knowledge: 0, reasoning: 1 },
});
/** The classifier orders all of them; the plain model has one of five the wrong way. */
const prompts = Array.from({ length: 100 }, (_, nth) => {
  const label = nth % 2;
  return verdict(label, label, nth % 5 === 0 ? 1 - label : label);
});

it("a judge that is always right has no width, and one that sees nothing lies at a half", () => {
  const found = aucIntervals("all", prompts);
  expect(found?.by.classifier).toEqual([1, 1]);
  expect(found?.by.keywords).toEqual([0.5, 0.5]);
  expect(found?.ahead).toBe(1);
});

it("an interval holds the area of the prompts themselves", () => {
  const [low = 1, high = 0] = aucIntervals("all", prompts)?.by.plain ?? [];
  expect(low).toBeLessThan(0.8);
  expect(high).toBeGreaterThan(0.8);
  expect(high - low).toBeLessThan(0.3);
});

it("prompts of one label have none", () => {
  expect(aucIntervals("all", [verdict(1, 1, 1)])).toBeNull();
});

it("stands in a table with what it was drawn from", () => {
  const found = aucIntervals("a source, en", prompts);
  expect(toIntervalTable(found === null ? [] : [found])).toContain(
    "| a source, en | 50 | 50 | 1.000–1.000 |",
  );
});
