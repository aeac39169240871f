import fc from "fast-check";
import { expect, test } from "vitest";
import type { DryRun } from "@/lib/routing/dry-run";
import { addDryRuns } from "./add-dry-runs";

const answerer = fc.record({
  model: fc.constantFrom("a/b", "c/d"),
  mode: fc.constantFrom("knowledge" as const, "reasoning" as const, null),
});
const amounts = fc.uniqueArray(
  fc.record({ currency: fc.constantFrom("CNY", "USD"), amount: fc.nat().map((n) => (n / 1e6).toFixed(6)) }),
  { selector: ({ currency }) => currency },
);
const change = fc.record({
  from: answerer,
  to: fc.option(answerer),
  questions: fc.integer({ min: 1, max: 9 }),
});
const run: fc.Arbitrary<DryRun> = fc.record({
  questions: fc.nat({ max: 100 }),
  gone: fc.nat({ max: 9 }),
  since: fc.option(fc.constant("2026-01-01T00:00:00.000Z")),
  changes: fc.uniqueArray(change, { selector: ({ from, to }) => JSON.stringify([from, to]) }),
  rules: fc.dictionary(fc.constantFrom("r1", "r2"), fc.nat({ max: 9 })),
  compared: fc.nat({ max: 100 }),
  estimated: fc.nat({ max: 100 }),
  actual: amounts,
  wouldBe: amounts,
});
const total = (of: DryRun) => of.changes.reduce((sum, { questions }) => sum + questions, 0);
const amountIn = (of: DryRun["actual"], wanted: string) =>
  Number(of.find(({ currency }) => currency === wanted)?.amount ?? 0);

test("pages add up: every question, rule and amount once, most questions first", () => {
  fc.assert(
    fc.property(run, run, (a, b) => {
      const both = addDryRuns(a, b);
      expect(both.questions).toBe(a.questions + b.questions);
      expect(total(both)).toBe(total(a) + total(b));
      expect(new Set(both.changes.map(({ from, to }) => JSON.stringify([from, to]))).size).toBe(
        both.changes.length,
      );
      expect(both.changes.map(({ questions }) => questions)).toEqual(
        both.changes.map(({ questions }) => questions).sort((x, y) => y - x),
      );
      for (const id of ["r1", "r2"])
        expect(both.rules[id] ?? 0).toBe((a.rules[id] ?? 0) + (b.rules[id] ?? 0));
      for (const currency of ["CNY", "USD"])
        expect(amountIn(both.wouldBe, currency)).toBeCloseTo(
          amountIn(a.wouldBe, currency) + amountIn(b.wouldBe, currency),
          6,
        );
    }),
  );
});
