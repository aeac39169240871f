import { expect, test } from "vitest";
import { RateBook } from "@/lib/money/rate-book";
import { reportAmount } from "./report-amount";

test("names both of two rates through another currency that share their earlier day", () => {
  const source = "test";
  const book = new RateBook([
    { base: "EUR", quote: "USD", day: "2026-03-01", rate: "1", source },
    { base: "EUR", quote: "CNY", day: "2026-03-02", rate: "7", source },
    { base: "EUR", quote: "CNY", day: "2026-03-03", rate: "8", source },
  ]);
  const amounts = ["2026-03-02", "2026-03-03"].map((day) => ({ currency: "USD", day, pico: 1n }));
  const { rates } = reportAmount(amounts, "CNY", book);
  expect(rates.map(({ rate }) => Number(rate)).toSorted()).toEqual([7, 8]);
});
