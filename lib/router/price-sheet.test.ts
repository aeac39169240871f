import fc from "fast-check";
import { expect, test } from "vitest";
import { priceCall } from "@/lib/pricing/price-call";
import { rateOf } from "@/tests/support/any-rate";
import { candidate, catalogue } from "@/tests/support/routing";
import { toBuckets } from "./expected-usage";
import { quickCost } from "./price-sheet";

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
        const given = catalogue([candidate("x/none", { rate: null }), candidate("x/m", { rate })]);
        for (const now of instants) {
          const pico = priceCall(toBuckets(usage), rate, { startedAt: now, endedAt: now, serviceTier: null });
          const quick = quickCost(given, 1, usage, now);
          expect(quick).toEqual(pico === null ? null : { currency: rate.currency, pico: Number(pico) });
          expect(quickCost(given, 0, usage, now)).toBeNull();
        }
      },
    ),
    { numRuns: 300 },
  );
});
