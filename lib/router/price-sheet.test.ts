import fc from "fast-check";
import { expect, test } from "vitest";
import { priceCall } from "@/lib/pricing/price-call";
import { rateOf } from "@/tests/support/any-rate";
import { AT, rateOf as rateNamed } from "@/tests/support/routing";
import { toBuckets } from "./expected-usage";
import { exactPico, quickPico } from "./price-sheet";

const count = fc.oneof(fc.constant(0), fc.nat({ max: 400_000 }));
const use = fc.record({ input: count, cacheRead: count, output: count, reasoning: count });
const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });

test("it is what the evaluator says, at any hour and length, whatever is unpriced", () => {
  fc.assert(
    fc.property(
      rateOf(false),
      use,
      fc.array(instant, { minLength: 1, maxLength: 3 }),
      (rate, usage, instants) => {
        for (const now of instants) {
          const pico = priceCall(toBuckets(usage), rate, { startedAt: now, endedAt: now, serviceTier: null });
          expect(exactPico(rate, usage, now)).toBe(pico);
          expect(quickPico(rate, usage, now)).toBe(pico === null ? null : Number(pico));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("an amount beyond what a float holds is exact to its last digit", () => {
  const rate = rateNamed("x/m", "2000.000001", "1");
  const usage = { input: 9_000_000_001, cacheRead: 0, output: 0, reasoning: 0 };
  expect(exactPico(rate, usage, AT)).toBe(9_000_000_001n * 2_000_000_001n);
});
