import fc from "fast-check";
import { expect, test } from "vitest";
import { byQuality, type QuickCost } from "./by-quality";

const usd = (pico: number): QuickCost => ({ currency: "USD", pico });
const anyCost = fc.option(
  fc.record({ currency: fc.constantFrom("USD", "CNY"), pico: fc.nat({ max: 1_000_000 }) }),
);
/** Places in the order of preference, as they come out. */
const order = (costs: readonly (QuickCost | null)[], quality: number): number[] => [
  ...byQuality([...costs.keys()], quality, (place) => costs[place] ?? null),
];

test("everybody is in the order once, at 1 in that of preference", () => {
  fc.assert(
    fc.property(
      fc.array(anyCost, { maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (costs, quality) => {
        expect([...order(costs, quality)].sort((a, b) => a - b)).toEqual([...costs.keys()]);
        expect(order(costs, 1)).toEqual([...costs.keys()]);
      },
    ),
  );
});

test("at 0 the cheaper of two in one currency comes first", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 2, maxLength: 12 }), (picos) => {
      fc.pre(new Set(picos).size > 1);
      const sorted = order(picos.map(usd), 0).map((place) => picos[place] ?? Number.NaN);
      expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    }),
  );
});

test("what has no price counts as the dearest", () => {
  expect(order([null, usd(5), usd(1)], 0)).toEqual([2, 0, 1]);
});

test("in between, what is wanted more wins where it costs little more, and not where it costs much more", () => {
  const little = [usd(100), usd(1.1), usd(1)];
  expect(order(little, 0.5)[0]).toBe(1);
  expect(order([usd(100), usd(99), usd(1)], 0.4)[0]).toBe(2);
});

test("a free model is the cheapest, and leaves the others their order", () => {
  expect(order([usd(100), usd(10), usd(0)], 0)).toEqual([2, 1, 0]);
});

test("a price in a currency that no other has is neither the cheapest nor the dearest", () => {
  expect(order([{ currency: "CNY", pico: 1 }, usd(100), usd(1)], 0)).toEqual([2, 0, 1]);
});
