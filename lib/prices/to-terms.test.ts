import fc from "fast-check";
import { expect, it } from "vitest";
import { makeRate } from "@/lib/pricing/make-rate";
import { MINI, rateOf } from "@/tests/support/any-rate";
import { PriceTerms } from "./price-input";
import { toTerms } from "./to-terms";

it("a price stated again as it is told is the same price", () => {
  fc.assert(
    fc.property(rateOf(false), (rate) => {
      const terms = PriceTerms.parse(toTerms(rate));
      const { vendor, model, validFrom, version } = MINI;
      expect(makeRate({ ...terms, vendor, model, validFrom, version })).toEqual(rate);
    }),
  );
});

it("what stands in for a price is not told as one", () => {
  expect(toTerms(makeRate(MINI))).toEqual({ currency: "USD", perMillion: { input: "0.15", output: "0.6" } });
});
