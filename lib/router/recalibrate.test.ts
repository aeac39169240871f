import fc from "fast-check";
import { expect, test } from "vitest";
import { MODES } from "./choice";
import { cutAt, modeAt } from "./cut";
import { type JudgedDecision, recalibrate } from "./recalibrate";

const decision = fc.record({
  pReasoning: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.constantFrom(...MODES),
  overriddenTo: fc.constantFrom(...MODES, null),
});
const policy = fc.record({
  threshold: fc.option(fc.integer({ min: 5, max: 95 }).map((step) => step / 100)),
  whenUnsure: fc.constantFrom(...MODES),
});
const turned = (pReasoning: number, overriddenTo: "knowledge" | "reasoning"): JudgedDecision => ({
  pReasoning,
  taken: overriddenTo === "reasoning" ? "knowledge" : "reasoning",
  overriddenTo,
});
const stood = (pReasoning: number, taken: "knowledge" | "reasoning"): JudgedDecision => ({
  pReasoning,
  taken,
  overriddenTo: null,
});

test("no threshold of two places would leave fewer decisions to turn over", () => {
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 30 }), policy, (decisions, given) => {
      const wrongAt = (threshold: number | null) =>
        decisions.filter(({ pReasoning, taken, overriddenTo }) => {
          const judged = modeAt(pReasoning, cutAt(threshold));
          return (judged === "unsure" ? given.whenUnsure : judged) !== (overriddenTo ?? taken);
        }).length;
      const { threshold, before, after } = recalibrate(decisions, given);
      expect(before.toKnowledge + before.toReasoning).toBe(wrongAt(given.threshold));
      expect(after.toKnowledge + after.toReasoning).toBe(wrongAt(threshold));
      for (let step = 5; step <= 95; step += 1)
        expect(wrongAt(threshold)).toBeLessThanOrEqual(wrongAt(step / 100));
      if (threshold !== given.threshold) expect(wrongAt(threshold)).toBeLessThan(wrongAt(given.threshold));
    }),
  );
});

test("people who turn Knowledge into Reasoning lower it as far as they must, and no further", () => {
  const decisions = [turned(0.45, "reasoning"), turned(0.55, "reasoning"), stood(0.1, "knowledge")];
  expect(recalibrate(decisions, { threshold: null, whenUnsure: "knowledge" })).toEqual({
    threshold: 0.45,
    before: { toReasoning: 2, toKnowledge: 0 },
    after: { toReasoning: 0, toKnowledge: 0 },
  });
});

test("people who turn Reasoning into Knowledge raise it", () => {
  const decisions = [turned(0.8, "knowledge"), stood(0.9, "reasoning")];
  const { threshold, after } = recalibrate(decisions, { threshold: 0.6, whenUnsure: "knowledge" });
  expect(threshold).toBe(0.81);
  expect(after).toEqual({ toReasoning: 0, toKnowledge: 0 });
});

test("what is right stays, and so does what nobody judged", () => {
  for (const decisions of [[], [stood(0.9, "reasoning"), stood(0.1, "knowledge")]])
    expect(recalibrate(decisions, { threshold: null, whenUnsure: "reasoning" }).threshold).toBeNull();
});
