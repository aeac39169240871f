import fc from "fast-check";
import { expect, it } from "vitest";
import { PriceTerms } from "@/lib/prices/price-input";
import { toTerms } from "@/lib/prices/to-terms";
import { BUCKETS } from "@/lib/pricing/buckets";
import { makeRate } from "@/lib/pricing/make-rate";
import { cost, MINI, rateOf } from "@/tests/support/any-rate";
import { EMPTY_DRAFT, fromDraft, newTariff, newTier, toDraft } from "./price-draft";
import { toPerMillion, toUnitPrice } from "./unit-price";

const IN_DOLLARS = { ...EMPTY_DRAFT, currency: "USD" };

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
    ...IN_DOLLARS,
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
    ...IN_DOLLARS,
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

const PRICES = { input: "1", output: "2" };

it("terms have lengths and days of the week of their own", () => {
  const tier = { ...newTier(), above: "1000", prices: { input: "3", output: "4" } };
  const tariff = { ...newTariff(), windows: "22:00 - 06:00", zone: " Asia/Shanghai ", days: [6, 7] };
  const read = fromDraft({
    ...IN_DOLLARS,
    prices: PRICES,
    tariffs: [{ ...tariff, by: "end", prices: PRICES, tiers: [tier], tiersBy: "excess" }],
  });
  const expected = {
    currency: "USD",
    perMillion: PRICES,
    tariffs: [
      {
        perMillion: PRICES,
        tiers: [{ above: 1000, perMillion: { input: "3", output: "4" } }],
        tiersBy: "excess",
        serviceTier: null,
        hours: { zone: "Asia/Shanghai", windows: [["22:00", "06:00"]], by: "end", days: [6, 7] },
      },
    ],
  };
  expect(read).toEqual({ terms: expected });
  expect(PriceTerms.parse("terms" in read && read.terms)).toEqual(expected);
});

it("days without hours are whole ones, and are shown as such again", () => {
  const tariffs = [{ ...newTariff(), days: [7], prices: { input: "0.5", output: "1" } }];
  const read = fromDraft({ ...IN_DOLLARS, prices: PRICES, tariffs });
  if ("problems" in read) throw new Error("it is refused");
  expect(toDraft(read.terms).tariffs[0]).toMatchObject({ windows: "", days: [7] });
  const rate = makeRate({ ...MINI, ...PriceTerms.parse(read.terms) });
  const inputAt = (at: string) => cost({ input: 1_000_000 }, rate, { startedAt: new Date(at) });
  // 4 January 2026 is a Sunday.
  for (const minute of ["00:00", "11:59", "12:00", "23:59"])
    expect(inputAt(`2026-01-04T${minute}:59Z`), minute).toBe("0.5");
  for (const other of ["2026-01-03T23:59:59Z", "2026-01-05T00:00:00Z"])
    expect(inputAt(other), other).toBe("1");
});

it("names what is wrong within the terms", () => {
  const [tier, later, tariff] = [newTier(), newTier(), newTariff()];
  const read = fromDraft({
    ...IN_DOLLARS,
    prices: PRICES,
    tariffs: [
      {
        ...{ ...tariff, windows: "08:00-08:00", zone: "", days: [1], prices: PRICES },
        tiers: [
          { ...tier, above: "", prices: PRICES },
          { ...later, above: "5", prices: { input: "x", output: "1" } },
        ],
      },
    ],
  });
  expect("problems" in read && Object.fromEntries(read.problems)).toEqual({
    [`tariffs.${tariff.key}.windows`]: "hours",
    [`tariffs.${tariff.key}.zone`]: "zone",
    [`tariffs.${tariff.key}.tiers.${tier.key}.above`]: "count",
    [`tariffs.${tariff.key}.tiers.${later.key}.prices.input`]: "number",
  });
});
