import fc from "fast-check";
import { describe, expect, it } from "vitest";
import shipped from "@/lib/catalogue/data/list-prices.json";
import { type ListPrice, ListPriceFile } from "@/lib/catalogue/list-price";
import { OWN_ALIASES, OWN_RATES } from "@/lib/catalogue/own-prices";
import { toListRates } from "@/lib/catalogue/to-list-rates";
import { findRate } from "@/lib/pricing/find-rate";
import { keepPrices } from "./keep-prices";
import { mergePrices } from "./merge-prices";

const row = (model: string, input: string, from: string, to?: string): ListPrice => ({
  vendor: "openai",
  model,
  currency: "USD",
  perMillion: { input, output: "9" },
  from,
  ...(to !== undefined && { to }),
});
const list = (date: string, prices: ListPrice[], aliases: Record<string, string> = {}): ListPriceFile => ({
  source: `list ${date}`,
  date,
  prices,
  aliases,
});
const SEPTEMBER = list(
  "2026-09-01",
  [row("a", "1", "2026-09-01"), row("b", "2", "2026-09-01"), row("gone", "3", "2026-09-01")],
  { "openai/a-old": "a", "openai/gone-1": "gone" },
);

/** What a list says a model's input costs on a day, and where it has that from. */
function priceOn({ prices, ...file }: ListPriceFile, model: string, day: string) {
  const rate = findRate(toListRates({ prices, ...file }), "openai", model, new Date(day), file.aliases);
  return rate && [rate.perMillionMicro.input / 1_000_000n, rate.version];
}

describe("a list that follows another", () => {
  const october = list("2026-10-01", [row("a", "1", "2026-10-01"), row("b", "5", "2026-10-01")]);
  const kept = keepPrices(SEPTEMBER, october);

  it("closes a price that changed on its own day, and leaves the day of one that did not", () => {
    expect(kept.prices).toEqual([
      row("a", "1", "2026-09-01"),
      { ...row("b", "2", "2026-09-01", "2026-10-01"), source: "list 2026-09-01" },
      row("b", "5", "2026-10-01"),
      { ...row("gone", "3", "2026-09-01"), source: "list 2026-09-01" },
    ]);
  });

  it("prices a call of before as the list of then did, and names that list", () => {
    expect(priceOn(kept, "b", "2026-09-30")).toEqual([2n, "list 2026-09-01, 2026-09-01"]);
    expect(priceOn(kept, "b", "2026-10-01")).toEqual([5n, "list 2026-10-01, 2026-10-01"]);
    expect(priceOn(kept, "b", "2026-08-31")).toBeNull();
  });

  it("keeps the price of a model that the sources no longer have, under its other names too", () => {
    expect(priceOn(kept, "gone", "2027-01-01")?.[0]).toBe(3n);
    expect(priceOn(kept, "gone-1", "2027-01-01")?.[0]).toBe(3n);
    expect(priceOn(kept, "a-old", "2026-09-15")?.[0]).toBe(1n);
  });

  it("keeps every version over several lists", () => {
    const november = keepPrices(kept, list("2026-11-01", [row("b", "2", "2026-11-01")]));
    expect(["2026-09-02", "2026-10-02", "2026-11-02"].map((day) => priceOn(november, "b", day)?.[0])).toEqual(
      [2n, 5n, 2n],
    );
    expect(priceOn(november, "b", "2026-10-02")?.[1]).toBe("list 2026-10-01, 2026-10-01");
    expect(priceOn(november, "a", "2026-11-02")?.[0]).toBe(1n);
  });

  it("that lists a model under another name ends the price under the old one", () => {
    const renamed = list("2026-10-01", [row("new", "4", "2026-10-01")], { "openai/gone": "new" });
    const both = keepPrices(SEPTEMBER, renamed);
    expect(priceOn(both, "gone", "2026-09-30")?.[0]).toBe(3n);
    expect(priceOn(both, "gone", "2026-10-01")?.[0]).toBe(4n);
  });

  it("says again what is to come: an announced price that vanished never holds", () => {
    const announced = list("2026-09-01", [row("a", "1", "2026-09-01"), row("a", "7", "2026-12-01")]);
    const quiet = keepPrices(announced, list("2026-10-01", [row("a", "1", "2026-10-01")]));
    expect(quiet.prices).toEqual([row("a", "1", "2026-09-01")]);
    const again = list("2026-10-01", [row("a", "1", "2026-10-01"), row("a", "8", "2027-01-01")]);
    expect(keepPrices(announced, again).prices).toEqual([
      row("a", "1", "2026-09-01"),
      row("a", "8", "2027-01-01"),
    ]);
    const begun = keepPrices(announced, list("2027-01-01", [row("a", "7", "2027-01-01")]));
    expect(["2026-11-30", "2026-12-01"].map((day) => priceOn(begun, "a", day)?.[0])).toEqual([1n, 7n]);
    expect(begun.prices.at(-1)?.from).toBe("2026-12-01");
  });

  it("does not fill a time for which there was no price", () => {
    const ended = list("2026-09-01", [row("a", "1", "2026-09-01", "2026-09-10")]);
    const back = keepPrices(ended, october);
    expect(priceOn(back, "a", "2026-09-20")).toBeNull();
    expect(priceOn(back, "a", "2026-10-01")?.[0]).toBe(1n);
  });

  it("does not rewrite the time before its day, whatever it says of it", () => {
    const dated = list("2026-10-01", [
      row("b", "6", "2026-08-01", "2026-11-01"),
      row("b", "7", "2026-11-01"),
    ]);
    const both = keepPrices(SEPTEMBER, dated);
    const days = ["2026-09-30", "2026-10-01", "2026-11-01"];
    expect(days.map((day) => priceOn(both, "b", day)?.[0])).toEqual([2n, 6n, 7n]);
  });

  it("after any others prices every day as the last list until then that had the model", () => {
    const days = Array.from({ length: 12 }, (_one, month) => `20${26 + month}-01-01`);
    const inputs = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2", "3"));
    fc.assert(
      fc.property(fc.array(inputs, { minLength: 1, maxLength: days.length }), (said) => {
        const lists = said.map((prices, index) => {
          const day = days[index] ?? "";
          return list(
            day,
            Object.entries(prices).map(([model, input]) => row(model, input, day)),
          );
        });
        const kept = lists.reduce(keepPrices);
        for (const [index] of said.entries())
          for (const model of ["a", "b", "c"]) {
            const last = said.slice(0, index + 1).findLast((prices) => model in prices)?.[model];
            const wanted = last === undefined ? undefined : BigInt(last);
            expect(priceOn(kept, model, days[index] ?? "")?.[0]).toBe(wanted);
          }
      }),
    );
  });

  it("is not older", () => {
    expect(() => keepPrices(october, SEPTEMBER)).toThrow(RangeError);
  });
});

describe("the list that ships", () => {
  const file = ListPriceFile.parse(shipped);

  it("stays as it is when it is written again", () => {
    expect(keepPrices(file, file)).toEqual(file);
  });

  it("can be held against prices.json as often as one likes", () => {
    const own = { rates: OWN_RATES, aliases: OWN_ALIASES };
    const { prices } = mergePrices(file.prices, own);
    expect(prices.length).toBeGreaterThan(500);
    expect(mergePrices(prices, own)).toEqual({ prices, differences: [] });
  });

  it("keeps its days in a later list of the same prices", () => {
    const prices = file.prices.map((one) => (one.from === file.date ? { ...one, from: "2099-01-01" } : one));
    const later = keepPrices(file, { ...file, date: "2099-01-01", prices });
    expect(later.prices).toEqual(file.prices);
  });
});
