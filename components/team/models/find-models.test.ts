import fc from "fast-check";
import { expect, test } from "vitest";
import type { CatalogueRow } from "@/lib/catalogue/list-catalogue";
import { findModels, NO_FILTER, orderModels, SORTS, toFound, UNPRICED } from "./find-models";

const row = (id: string, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  vendor: "openai",
  vendorName: "OpenAI",
  id,
  name: id,
  entry: {},
  modes: ["knowledge"],
  price: null,
  connected: false,
  hiddenBy: null,
  said: null,
  ...more,
});
const price = (input: string, currency = "USD") => ({ currency, input, output: input, varies: false });
function idsOf(rows: CatalogueRow[], more: Partial<typeof NO_FILTER>): string[] {
  const filter = { ...NO_FILTER, ...more };
  return findModels(orderModels(rows.map(toFound), filter), filter).map(({ row: { id } }) => id);
}

test("every word must be somewhere in the name, the id, the Chinese name or the vendor", () => {
  const rows = [
    row("gpt-4o"),
    row("qwen-max", { entry: { chineseName: "通义千问-Max" }, vendorName: "Qwen" }),
  ];
  expect(idsOf(rows, { query: "通义 max" })).toEqual(["qwen-max"]);
  expect(idsOf(rows, { query: "  OPENAI  4o " })).toEqual(["gpt-4o"]);
  expect(idsOf(rows, { query: "4o qwen" })).toEqual([]);
});

test("every filter must hold", () => {
  const rows = [
    row("a", { connected: true, price: price("1"), entry: { tools: true } }),
    row("b", { connected: true, modes: ["reasoning"] }),
    row("c", { price: price("2") }),
  ];
  expect(idsOf(rows, { connection: "connected", pricing: "unpriced" })).toEqual(["b"]);
  expect(idsOf(rows, { connection: "elsewhere" })).toEqual(["c"]);
  const hidden = row("d", { connected: true, hiddenBy: "team" });
  expect(idsOf([...rows, hidden], { connection: "connected" })).toEqual(["a", "b"]);
  expect(idsOf([...rows, hidden], { connection: "hidden" })).toEqual(["d"]);
  expect(idsOf([...rows, hidden], UNPRICED)).toEqual(["b"]);
  expect(idsOf(rows, { abilities: ["tools"] })).toEqual(["a"]);
  expect(idsOf(rows, { mode: "reasoning" })).toEqual(["b"]);
});

test("what is connected comes first, and what is resold last", () => {
  const rows = [
    row("a", { vendor: "openrouter" }),
    row("b"),
    row("d", { vendor: "openrouter", connected: true }),
    row("c", { connected: true }),
  ];
  expect(idsOf(rows, {})).toEqual(["c", "d", "b", "a"]);
});

test("prices are put in order within a currency, and what has none is last both ways", () => {
  const rows = [
    row("none"),
    row("yuan", { price: price("0.5", "CNY") }),
    row("dear", { price: price("10") }),
    row("cheap", { price: price("0.9") }),
  ];
  expect(idsOf(rows, { sort: "input" })).toEqual(["yuan", "cheap", "dear", "none"]);
  expect(idsOf(rows, { sort: "input", descending: true })).toEqual(["yuan", "dear", "cheap", "none"]);
});

test("without a filter nothing is lost, in whatever order", () => {
  const rows = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 20 });
  const costs = fc.array(fc.option(fc.nat(9).map(String)), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(rows, costs, fc.constantFrom(...SORTS), fc.boolean(), (ids, prices, sort, descending) => {
      const all = ids.map((id, nth) => row(id, { price: prices[nth] ? price(prices[nth]) : null }));
      expect(idsOf(all, { sort, descending }).sort()).toEqual([...ids].sort());
    }),
  );
});
