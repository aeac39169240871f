import { expect, it } from "vitest";
import { addUpParts } from "./add-up-parts";

it("parts add up exactly, each currency by itself", () => {
  const part = { calls: 200, corrected: 3, priced: 1, unpriced: 2 };
  const whole = addUpParts([
    { ...part, added: [{ currency: "USD", amount: "0.000000000001" }] },
    {
      ...part,
      added: [
        { currency: "CNY", amount: "-7" },
        { currency: "USD", amount: "123456789012345678.3" },
      ],
    },
  ]);
  expect(whole).toEqual({
    ...{ calls: 400, corrected: 6, priced: 2, unpriced: 4 },
    added: [
      { currency: "CNY", amount: "-7" },
      { currency: "USD", amount: "123456789012345678.300000000001" },
    ],
  });
  expect(addUpParts([])).toEqual({ calls: 0, corrected: 0, priced: 0, unpriced: 0, added: [] });
});
