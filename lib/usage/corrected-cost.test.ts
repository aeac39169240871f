import { expect, it } from "vitest";
import { costTogether } from "./corrected-cost";

const call = (costPico: string | null, currency: string | null, ...corrections: [string, string][]) => ({
  ...{ costPico, currency },
  corrections: corrections.map(([unit, pico]) => ({ currency: unit, costPico: pico })),
});

it("what was never corrected costs what its row says", () => {
  expect(costTogether([])).toBeNull();
  expect(costTogether([call("5", "USD"), call(null, null)])).toBeNull();
});

it("a correction is added; what was taken back in a currency is left out", () => {
  const added = call("1000000000000", "USD", ["USD", "500000000000"]);
  expect(costTogether([added])).toEqual([{ cost: "1.5", currency: "USD" }]);
  const changed = call("1000000000000", "USD", ["CNY", "7000000000000"], ["USD", "-1000000000000"]);
  expect(costTogether([changed])).toEqual([{ cost: "7", currency: "CNY" }]);
  expect(costTogether([call("5", "USD", ["USD", "-5"])])).toEqual([{ cost: "0", currency: "USD" }]);
  expect(costTogether([call(null, null, ["USD", "0"])])).toEqual([{ cost: "0", currency: "USD" }]);
});

it("calls add up, and are unknown together while one of them is", () => {
  const corrected = call(null, null, ["USD", "2000000000000"]);
  expect(costTogether([corrected, call("1000000000000", "USD")])).toEqual([{ cost: "3", currency: "USD" }]);
  expect(costTogether([corrected, call(null, null)])).toBeNull();
});
