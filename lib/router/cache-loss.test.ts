import { expect, test } from "vitest";
import { makeRate } from "@/lib/pricing/make-rate";
import { AT, rateOf } from "@/tests/support/routing";
import { cacheLoss } from "./cache-loss";

const cached = (promptTokens: number, cachedTokens: number) => ({ promptTokens, cachedTokens });

test("it is what the cached tokens cost fresh, less what they cost in the cache", () => {
  const rate = rateOf("x/m", "3", "15", "0.3");
  expect(cacheLoss(rate, cached(10_000, 8_000), AT)).toEqual({
    costPico: 8_000n * (3_000_000n - 300_000n),
    currency: "USD",
  });
});

test("no more can be lost than the prompt has", () => {
  const rate = rateOf("x/m", "3", "15", "0.3");
  expect(cacheLoss(rate, cached(100, 8_000), AT)).toEqual(cacheLoss(rate, cached(100, 100), AT));
});

test("a long prompt has the prices of its tier", () => {
  const tiers = [{ above: 1_000, perMillion: { input: "6", output: "30", cacheRead: "0.6" } }];
  const rate = makeRate({
    ...{ vendor: "x", model: "m", currency: "USD", validFrom: "2024-01-01", version: "test" },
    perMillion: { input: "3", output: "15", cacheRead: "0.3" },
    tiers,
  });
  expect(cacheLoss(rate, cached(2_000, 1_000), AT)?.costPico).toBe(1_000n * 5_400_000n);
});

test("nothing is lost without a cache, a price, or a difference", () => {
  expect(cacheLoss(rateOf("x/m", "3", "15", "0.3"), cached(1_000, 0), AT)).toBeNull();
  expect(cacheLoss(null, cached(1_000, 1_000), AT)).toBeNull();
  expect(cacheLoss(rateOf("x/m", "3", "15"), cached(1_000, 1_000), AT)).toBeNull();
});
