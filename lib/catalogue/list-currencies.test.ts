import { expect, it } from "vitest";
import { listCurrencies } from "./list-currencies";

it("a vendor's currency is known where all of its prices are in one, and is not guessed elsewhere", () => {
  const currencies = listCurrencies();
  expect(currencies).toMatchObject({ openai: "USD", alibaba: "CNY", zhipu: "CNY" });
  // Its first list was in yuan, the later ones are in dollars.
  expect(currencies).not.toHaveProperty("deepseek");
  expect(currencies).not.toHaveProperty("openai-compatible");
  expect(currencies).not.toHaveProperty("demo");
});
