import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { importRates } from "@/lib/exchange/import-rates";
import { listRates } from "@/lib/exchange/list-rates";
import { removeRate } from "@/lib/exchange/remove-rate";
import { setRate } from "@/lib/exchange/set-rate";
import { convert } from "@/lib/money/convert";
import { parseDecimal } from "@/lib/money/parse-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { inverse, product, toRatio } from "@/lib/money/ratio";
import { recalculate } from "@/lib/prices/recalculate";
import { setPrice } from "@/lib/prices/set-price";
import { makeRate } from "@/lib/pricing/make-rate";
import { setReportingCurrency } from "@/lib/teams/set-reporting-currency";
import { reportUsage } from "@/lib/usage/report-usage";
import { usagePage } from "@/lib/usage/usage-page";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { recordCall } from "@/tests/support/record-call";
import { asInstance, newTeam } from "@/tests/support/team";

let database: FreshDatabase;
let instance: Context;
beforeAll(async () => {
  database = await freshDatabase();
  instance = asInstance(database.db);
  const text = [
    "base,quote,day,rate",
    ...["EUR,USD,2026-03-02,1.25", "EUR,CNY,2026-03-02,8", "EUR,USD,2026-03-03,1.5", "EUR,CNY,2026-03-03,9"],
  ].join("\n");
  await importRates(instance, { text, format: "csv", source: "of a test" });
});
afterAll(() => database.drop());

const MODEL = { vendor: "openai", model: "home-made-1" };
const on = (day: string) => new Date(`${day}T12:00:00Z`);
const at = (currency: string) =>
  makeRate({
    ...MODEL,
    currency,
    perMillion: { input: "1", output: "1" },
    validFrom: "2026-01-01",
    version: "t",
  });
const reporting = async (currency: string | null) => {
  const owner = await (await newTeam(database.db)).as("owner");
  await setReportingCurrency(owner, currency);
  return owner;
};

describe("the reporting currency", () => {
  test("shows each cost at the rate of its day, or of the last day before it, and says which", async () => {
    const owner = await reporting("EUR");
    await recordCall(owner, { ...MODEL, at: on("2026-03-02"), rate: at("USD"), usage: { input: 1_000_000 } });
    await recordCall(owner, { ...MODEL, at: on("2026-03-08"), rate: at("USD"), usage: { input: 1_000_000 } });
    const report = await reportUsage(owner);
    expect(report).toMatchObject({
      currency: "EUR",
      totals: [
        { of: "USD", amount: "1.466666666667", rates: [{ day: "2026-03-02" }, { day: "2026-03-03" }] },
      ],
      sum: "1.466666666667",
    });
    expect(report?.totals[0]?.rates[0]).toMatchObject({
      rate: "0.8",
      exact: true,
      legs: [{ source: "of a test" }],
    });
    const { entries } = await usagePage(owner);
    expect(entries.map(({ reported }) => [reported?.amount, reported?.rates[0]?.day])).toEqual([
      ["0.666666666667", "2026-03-03"],
      ["0.8", "2026-03-02"],
    ]);
  });

  test("adds what has a rate, and says what of a currency is left out and up to which day", async () => {
    const owner = await reporting("EUR");
    await recordCall(owner, { ...MODEL, at: on("2026-02-28"), rate: at("USD"), usage: { input: 1_500_000 } });
    await recordCall(owner, { ...MODEL, at: on("2026-03-01"), rate: at("USD"), usage: { input: 1_000_000 } });
    await recordCall(owner, { ...MODEL, at: on("2026-03-02"), rate: at("USD"), usage: { input: 1_000_000 } });
    await recordCall(owner, { ...MODEL, at: on("2026-03-02"), rate: at("CNY"), usage: { input: 8_000_000 } });
    await recordCall(owner, { ...MODEL, at: on("2026-03-02"), rate: at("GBP"), usage: { input: 1 } });
    await recordCall(owner, { ...MODEL, at: on("2026-03-02"), rate: at("EUR"), usage: { input: 3_000_000 } });
    expect(await reportUsage(owner)).toMatchObject({
      totals: [
        { of: "CNY", amount: "1", left: null },
        { of: "EUR", amount: "3", rates: [], left: null },
        { of: "GBP", amount: null, left: { currency: "GBP", amount: "0.000001", until: "2026-03-02" } },
        { of: "USD", amount: "0.8", left: { currency: "USD", amount: "2.5", until: "2026-03-01" } },
      ],
      sum: "4.8",
    });
    const { entries } = await usagePage(owner);
    expect(
      entries.filter(({ reported }) => reported?.amount === null).map(({ reported }) => reported?.left),
    ).toEqual([
      { currency: "GBP", amount: "0.000001", until: "2026-03-02" },
      { currency: "USD", amount: "1", until: "2026-03-01" },
      { currency: "USD", amount: "1.5", until: "2026-02-28" },
    ]);
  });

  test("is unknown, never zero, where nothing of what was spent has a rate", async () => {
    const owner = await reporting("EUR");
    await recordCall(owner, { ...MODEL, at: on("2026-03-02"), rate: at("GBP"), usage: { input: 1 } });
    expect(await reportUsage(owner)).toMatchObject({ totals: [{ of: "GBP", amount: null }], sum: null });
  });

  test("is converted from sums to the same digit as the exact sum of all calls, rounded once", async () => {
    const ratios: Readonly<Record<string, ReturnType<typeof toRatio>>> = {
      "USD 2026-03-02": product(inverse(toRatio("1.25")), toRatio("8")),
      "USD 2026-03-03": product(inverse(toRatio("1.5")), toRatio("9")),
      "EUR 2026-03-02": toRatio("8"),
      "EUR 2026-03-03": toRatio("9"),
      "CNY 2026-03-02": toRatio("1"),
      "CNY 2026-03-03": toRatio("1"),
    };
    const call = fc.record({
      currency: fc.constantFrom("USD", "EUR", "CNY"),
      day: fc.constantFrom("2026-03-02", "2026-03-03"),
      input: fc.nat({ max: 2 ** 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 10 }), async (calls) => {
        const owner = await reporting("CNY");
        for (const { currency, day, input } of calls)
          await recordCall(owner, { ...MODEL, at: on(day), rate: at(currency), usage: { input } });
        const parts = calls.map(({ currency, day, input }) => ({
          pico: BigInt(input) * 1_000_000n,
          ratio: ratios[`${currency} ${day}`] ?? toRatio("1"),
        }));
        expect((await reportUsage(owner))?.sum).toBe(picoToDecimal(convert(parts)));
      }),
      { numRuns: 10 },
    );
  });

  test("converts a correction at the rate of the call's day: what is taken back leaves nothing", async () => {
    const owner = await reporting("EUR");
    await recordCall(owner, { ...MODEL, at: on("2026-03-02"), rate: at("USD"), usage: { input: 1_000_000 } });
    const terms = { currency: "CNY", perMillion: { input: "4", output: "1" } };
    await setPrice(owner, { scope: "team", ...MODEL, terms, validFrom: on("2026-01-01") });
    await recalculate(owner, { ...MODEL, from: on("2026-01-01"), reason: "billed in yuan" });
    const report = await reportUsage(owner);
    expect(report?.totals).toMatchObject([
      { of: "CNY", amount: "0.5" },
      { of: "USD", amount: "0" },
    ]);
    expect(report?.sum).toBe("0.5");
  });

  test("is none unless it is set, is never that of the demo, and is the team's own", async () => {
    const owner = await reporting(null);
    expect(await reportUsage(owner)).toBeNull();
    const demo = makeRate({
      ...MODEL,
      currency: "XDM",
      perMillion: { input: "1", output: "1" },
      validFrom: "2026-01-01",
      version: "t",
      demo: true,
    });
    await setReportingCurrency(owner, "usd");
    await recordCall(owner, { ...MODEL, rate: demo, usage: { input: 5 } });
    expect(await reportUsage(owner)).toMatchObject({ currency: "USD", totals: [], sum: "0" });
    for (const code of ["XDM", "EURO", "€"])
      await expect(setReportingCurrency(owner, code)).rejects.toMatchObject({ code: "invalid_input" });
    const member = await (await newTeam(database.db)).as("member");
    await expect(setReportingCurrency(member, "EUR")).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("exchange rates", () => {
  test("are entered, replaced and forgotten, by the instance alone", async () => {
    const day = "2020-01-01";
    const rate = { base: "GBP", quote: "JPY", day };
    await setRate(instance, { ...rate, rate: "150.5" });
    await setRate(instance, { ...rate, rate: "151" });
    const of = async () => (await listRates(instance, 1000)).filter(({ base }) => base === "GBP");
    expect(await of()).toEqual([{ ...rate, rate: "151", source: "entered" }]);
    const owner = await (await newTeam(database.db)).as("owner");
    await expect(setRate(owner, { ...rate, rate: "1" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeRate(owner, rate)).rejects.toMatchObject({ code: "forbidden" });
    await expect(importRates(owner, { text: "", format: "csv", source: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await removeRate(instance, rate)).toMatchObject({ rate: "151" });
    expect(await of()).toEqual([]);
    await expect(removeRate(instance, rate)).rejects.toMatchObject({ code: "not_found" });
  });

  test.each([
    ["rate", { rate: "0" }],
    ["rate", { rate: "-1" }],
    ["rate", { rate: "1.1234567890123" }],
    ["rate", { rate: "1e3" }],
    ["day", { day: "2026-02-30" }],
    ["quote", { quote: "GBP" }],
    ["base", { base: "pounds" }],
  ])("with a wrong %s are refused: %j", async (field, wrong) => {
    const rate = { base: "GBP", quote: "JPY", day: "2020-01-01", rate: "150.5", ...wrong };
    await expect(setRate(instance, rate)).rejects.toMatchObject({ code: "invalid_input", params: { field } });
  });

  test("of a file are taken whole or not at all, and what is wrong is named", async () => {
    const before = await listRates(instance, 1000);
    const text = "base,quote,day,rate\nGBP,USD,2019-01-01,1.2\nGBP,USD,2019-01-02,N/A\n";
    await expect(importRates(instance, { text, format: "csv", source: "x" })).rejects.toMatchObject({
      code: "invalid_input",
      params: { field: "file", reason: "rate", line: 3, problem: expect.stringContaining("line 3, rate") },
    });
    for (const format of ["csv", "ecb"] as const)
      await expect(importRates(instance, { text: "nothing", format, source: "x" })).rejects.toMatchObject({
        code: "invalid_input",
        params: format === "csv" ? { reason: "columns", line: 1 } : { reason: "noDate", line: 1 },
      });
    expect(await listRates(instance, 1000)).toEqual(before);
  });

  test("of many years are taken from the bank's file, each digit as printed", async () => {
    const days = Array.from({ length: 3000 }, (_, n) =>
      new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10),
    );
    const text = `Date,USD,NOK,\n${days.map((day, n) => `${day},1.${String(n).padStart(4, "0")},N/A,`).join("\n")}\n`;
    expect(await importRates(instance, { text, format: "ecb", source: "ecb" })).toEqual({
      rates: 3000,
      from: "2010-01-01",
      to: days.at(-1),
    });
    const owner = await reporting("EUR");
    await recordCall(owner, {
      ...MODEL,
      at: on(days[1234] ?? ""),
      rate: at("USD"),
      usage: { input: 1_123_400 },
    });
    expect(parseDecimal((await reportUsage(owner))?.sum ?? "", 12)).toBe(10n ** 12n);
  });
});
