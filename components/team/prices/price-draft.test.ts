import fc from "fast-check";
import { expect, it } from "vitest";
import { toTerms } from "@/lib/prices/to-terms";
import { BUCKETS } from "@/lib/pricing/buckets";
import { rateOf } from "@/tests/support/any-rate";
import { EMPTY_DRAFT, fromDraft, newTariff, newTier, toDraft } from "./price-draft";
import { toPerMillion, toUnitPrice } from "./unit-price";

it("a price that is opened in the form and saved unchanged is the same price", () => {
  fc.assert(
    fc.property(rateOf(false), (rate) => {
      const terms = toTerms(rate);
      expect(fromDraft(toDraft(terms))).toEqual({ terms });
    }),
  );
});

it("a price of what is counted one by one is stated by the thousand or by the piece, and loses nothing", () => {
  expect(toPerMillion("webSearches", "10")).toBe("10000");
  expect(toPerMillion("images", "0.04")).toBe("40000");
  expect(toPerMillion("input", "0.15")).toBe("0.15");
  const micro = fc.nat({ max: 2_000_000_000 }).map((value) => (value / 1e6).toFixed(6).replace(/\.?0+$/, ""));
  fc.assert(
    fc.property(fc.constantFrom(...BUCKETS), micro, (bucket, perMillion) => {
      expect(toPerMillion(bucket, toUnitPrice(bucket, perMillion))).toBe(perMillion);
    }),
  );
});

it("a price that is finer than prices are kept, a zone that there is not and the demo's currency are told before anything is sent", () => {
  const prices = {
    input: "0.0000001",
    output: "1.1234567",
    images: "0.0000001",
    webSearches: "0.0000000001",
  };
  const read = fromDraft({
    ...EMPTY_DRAFT,
    currency: "xdm",
    prices,
    tariffs: [
      {
        ...newTariff(),
        key: "night",
        windows: "22:00-06:00",
        zone: "Nowhere/At_All",
        prices: { input: "1", output: "2" },
      },
    ],
  });
  expect("problems" in read && Object.fromEntries(read.problems)).toEqual({
    currency: "currency",
    "prices.input": "tooFine",
    "prices.output": "tooFine",
    "prices.webSearches": "tooFine",
    "tariffs.night.zone": "zone",
  });
});

it("names each place that is wrong, and why", () => {
  const [tier, later, tariff] = [newTier(), newTier(), newTariff()];
  const prices = { input: "1", output: "2" };
  const read = fromDraft({
    ...EMPTY_DRAFT,
    currency: "dollars",
    prices: { input: "-1", cacheRead: "1,5" },
    minimum: "x",
    tiers: [
      { ...tier, above: "200000", prices },
      { ...later, above: "100000", prices },
    ],
    tariffs: [
      { ...tariff, windows: "8-9", prices },
      { ...newTariff(), key: "second", prices },
    ],
  });
  expect("problems" in read && Object.fromEntries(read.problems)).toEqual({
    currency: "currency",
    minimum: "number",
    "prices.input": "number",
    "prices.output": "needed",
    "prices.cacheRead": "number",
    [`tiers.${later.key}.above`]: "ascending",
    [`tariffs.${tariff.key}.windows`]: "hours",
    "tariffs.second.serviceTier": "tariff",
  });
});
