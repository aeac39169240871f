import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listLedger } from "@/db/queries/ledgers";
import { readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { parseDecimal } from "@/lib/money/parse-decimal";
import { listUnpriced } from "@/lib/prices/list-unpriced";
import { previewRecalculation } from "@/lib/prices/look-through";
import type { PriceTerms } from "@/lib/prices/price-input";
import { recalculate } from "@/lib/prices/recalculate";
import { setPrice } from "@/lib/prices/set-price";
import { makeRate } from "@/lib/pricing/make-rate";
import { priceCall } from "@/lib/pricing/price-call";
import { sumUsage } from "@/lib/usage/sum-usage";
import { bucketsOf, termsOf } from "@/lib/usage/usage-row";
import { chainHolds } from "@/tests/support/chain-holds";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newKey } from "@/tests/support/new-key";
import { recordCall } from "@/tests/support/record-call";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const MODEL = { vendor: "openai", model: "home-made-1" };
const FROM = new Date("2026-01-01T00:00:00Z");
const at = (day: number) => new Date(FROM.getTime() + day * 86_400_000);
const RANGE = { ...MODEL, from: FROM };
const chargedAt = (currency: string, input: string, output: string) =>
  makeRate({
    ...MODEL,
    currency,
    perMillion: { input, output },
    validFrom: "2025-01-01",
    version: "charged",
  });
const price = (context: Context, terms: PriceTerms, validFrom = FROM) =>
  setPrice(context, { scope: "team", ...MODEL, terms, validFrom });
const newOwner = async () => (await newTeam(database.db)).as("owner");

/** What each call costs with its corrections, by call and currency. */
async function costs({ db, actor }: Context): Promise<Map<string, Map<string, bigint>>> {
  const all = new Map<string, Map<string, bigint>>();
  for (const row of await listLedger(db, { teamId: actor.teamId }, 10_000)) {
    const call = row.correctsId ?? row.id;
    const of = all.get(call) ?? new Map<string, bigint>();
    if (row.currency !== null && row.costPico !== null)
      of.set(row.currency, (of.get(row.currency) ?? 0n) + BigInt(row.costPico));
    all.set(call, of);
  }
  return all;
}

const tokens = fc.nat({ max: 3_000_000 });
const decimal = fc.nat({ max: 90_000_000 }).map((micro) => (micro / 1e6).toFixed(6));
const terms: fc.Arbitrary<PriceTerms> = fc.record({
  currency: fc.constantFrom("USD", "CNY"),
  perMillion: fc.record({ input: decimal, output: decimal, cacheRead: decimal }),
  tiers: fc.option(
    decimal.map((input) => [{ above: 200_000, perMillion: { input, output: "9" } }]),
    { nil: undefined },
  ),
  minimum: fc.option(fc.constant("0.01"), { nil: undefined }),
});
const call = fc.record({
  day: fc.nat({ max: 60 }),
  charged: fc.option(fc.constantFrom(chargedAt("USD", "1", "2"), chargedAt("CNY", "7", "14.5"))),
  usage: fc.record({
    input: tokens,
    cacheRead: tokens,
    output: tokens,
    webSearches: fc.constantFrom(0, 0, 0, 2),
  }),
});

test("afterwards each call costs exactly what the evaluator says, its own row is as it was, and the chain holds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(call, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(terms, fc.nat({ max: 60 })), { minLength: 1, maxLength: 3 }),
      async (calls, versions) => {
        const owner = await newOwner();
        for (const { day, charged, usage } of calls)
          await recordCall(owner, { ...MODEL, at: at(day), rate: charged, usage });
        const before = await listLedger(owner.db, { teamId: owner.actor.teamId }, 100);
        for (const [one, day] of versions) {
          await price(owner, one, at(day));
          const expected = await previewRecalculation(owner, RANGE);
          expect(await recalculate(owner, { ...RANGE, reason: "a new list" })).toEqual(expected);
          expect(await recalculate(owner, { ...RANGE, reason: "again" })).toMatchObject({
            corrected: 0,
            added: [],
          });
        }
        const book = await readBook(owner.db, owner.actor.teamId);
        const after = await costs(owner);
        for (const row of before) {
          const rate = book.rate(row.vendor, row.model, row.at);
          const right = rate && priceCall(bucketsOf(row), rate, termsOf(row));
          const paid = [...(after.get(row.id) ?? [])].filter(([, pico]) => pico !== 0n);
          if (rate === null || right === null) continue;
          expect(paid).toEqual(right === 0n ? [] : [[rate.currency, right]]);
        }
        const rows = await listLedger(owner.db, { teamId: owner.actor.teamId }, 1000);
        expect(rows.filter(({ correctsId }) => correctsId === null)).toEqual(before);
        expect(await chainHolds(owner)).toBe(true);
      },
    ),
    { numRuns: 12 },
  );
});

describe("a recalculation", () => {
  test("says who did it and why, counts nothing again, and takes the old currency back", async () => {
    const owner = await newOwner();
    const id = await recordCall(owner, {
      ...MODEL,
      at: at(3),
      rate: chargedAt("USD", "1", "2"),
      usage: { input: 1000 },
    });
    await price(owner, { currency: "CNY", perMillion: { input: "7", output: "14" } });
    const done = await recalculate(owner, { ...RANGE, reason: "billed in yuan" });
    expect(done).toEqual({
      ...{ calls: 1, corrected: 1, priced: 0, unpriced: 0 },
      added: [
        { currency: "CNY", amount: "0.007" },
        { currency: "USD", amount: "-0.001" },
      ],
    });
    const rows = await listLedger(owner.db, { teamId: owner.actor.teamId }, 10);
    const added = rows.filter(({ correctsId }) => correctsId === id);
    expect(added).toHaveLength(2);
    for (const row of added) {
      expect(row).toMatchObject({ personId: owner.actor.personId, reason: "billed in yuan", inputTokens: 0 });
      expect(row.rate?.currency).toBe(row.currency);
    }
    expect(await sumUsage(owner, { teamId: owner.actor.teamId })).toMatchObject([
      { currency: "CNY", calls: 0, corrections: 1, cost: "0.007" },
      { currency: "USD", calls: 1, corrections: 1, cost: "0" },
    ]);
    const audit = await owner.db.execute<{ action: string; after: Record<string, unknown> }>(
      sql`select action, after from audit where team_id = ${owner.actor.teamId} and action = 'price.recalculated'`,
    );
    expect(audit).toMatchObject([{ after: { ...MODEL, reason: "billed in yuan", calls: 1, rows: 2 } }]);
  });

  test("gives a price to what had none, also where that is nothing; then it is unpriced no more", async () => {
    const owner = await newOwner();
    await recordCall(owner, { ...MODEL, at: at(1), rate: null, usage: { input: 1_000_000 } });
    await recordCall(owner, { ...MODEL, at: at(1), rate: null, usage: {} });
    expect(await sumUsage(owner, { teamId: owner.actor.teamId })).toMatchObject([
      { currency: null, unpricedCalls: 2 },
    ]);
    const listed = { ...MODEL, calls: 2, since: "2026-01-02" };
    const day = "2026-01-02";
    expect(await listUnpriced(owner)).toEqual([{ ...listed, pricedSince: null, unpricedSince: day }]);
    await price(owner, { currency: "USD", perMillion: { input: "0.25", output: "1" } });
    expect(await listUnpriced(owner)).toEqual([{ ...listed, pricedSince: day, unpricedSince: null }]);
    expect(await recalculate(owner, { ...RANGE, reason: "priced now" })).toMatchObject({
      corrected: 2,
      priced: 2,
    });
    expect(await recalculate(owner, { ...RANGE, reason: "again" })).toMatchObject({ corrected: 0 });
    expect(await listUnpriced(owner)).toEqual([]);
    const totals = await sumUsage(owner, { teamId: owner.actor.teamId });
    expect(totals).toMatchObject([{ currency: "USD", calls: 2, unpricedCalls: 0, cost: "0.25" }]);
    expect(totals).toHaveLength(1);
  });

  test("counts a call once that had no price, however often its currency is corrected", async () => {
    const owner = await newOwner();
    await recordCall(owner, { ...MODEL, at: at(1), rate: null, usage: { input: 1_000_000 } });
    for (const [day, currency] of ["CNY", "USD"].entries()) {
      await price(owner, { currency, perMillion: { input: "1", output: "1" } }, at(day / 2));
      await recalculate(owner, { ...RANGE, reason: currency });
    }
    const totals = await sumUsage(owner, { teamId: owner.actor.teamId });
    expect(totals.map(({ currency, cost }) => [currency, cost])).toEqual([
      ["CNY", "0"],
      ["USD", "1"],
    ]);
    expect(totals.reduce((sum, { calls }) => sum + calls, 0)).toBe(1);
  });

  test("takes a call from before requests were counted for one", async () => {
    const owner = await newOwner();
    const rate = chargedAt("USD", "1", "1");
    await recordCall(owner, { ...MODEL, at: at(1), rate, usage: { input: 1_000_000 } });
    await recordCall(owner, { ...MODEL, at: at(1), rate, usage: {} });
    await price(owner, { currency: "USD", perMillion: { input: "1", output: "1", requests: "2000000" } });
    expect(await recalculate(owner, { ...RANGE, reason: "by the request" })).toMatchObject({
      added: [{ currency: "USD", amount: "2" }],
    });
  });

  test("leaves what the book has no price for, other models, other times and other teams", async () => {
    const [owner, other] = [await newOwner(), await newOwner()];
    const rate = chargedAt("USD", "1", "2");
    for (const one of [
      { ...MODEL, at: at(1), usage: { input: 10, audioInput: 5 } },
      { ...MODEL, at: at(40), usage: { input: 10 } },
      { vendor: "openai", model: "home-made-2", at: at(1), usage: { input: 10 } },
    ]) {
      await recordCall(owner, { ...one, rate });
    }
    await recordCall(other, { ...MODEL, at: at(1), rate, usage: { input: 10 } });
    for (const context of [owner, other])
      await price(context, { currency: "USD", perMillion: { input: "3", output: "3" } });
    const done = await recalculate(owner, { ...RANGE, to: at(30), reason: "r" });
    expect(done).toMatchObject({ calls: 1, corrected: 0, unpriced: 1, added: [] });
    expect(await listLedger(other.db, { teamId: other.actor.teamId }, 10)).toHaveLength(1);
  });

  test("uses the price of the key that a call was made with", async () => {
    const owner = await newOwner();
    const credentialId = await newKey(database.db, owner.actor.teamId);
    const rate = chargedAt("USD", "1", "2");
    await recordCall(owner, { ...MODEL, at: at(1), rate, usage: { input: 1000 }, credentialId });
    await recordCall(owner, { ...MODEL, at: at(1), rate, usage: { input: 1000 } });
    const perMillion = { input: "1", output: "2" };
    await price(owner, { currency: "USD", perMillion });
    await setPrice(owner, {
      ...{ scope: "team", ...MODEL, credentialId, validFrom: FROM },
      terms: { currency: "USD", perMillion: { input: "0.5", output: "1" } },
    });
    expect(await recalculate(owner, { ...RANGE, reason: "discount" })).toMatchObject({
      corrected: 1,
      added: [{ currency: "USD", amount: "-0.0005" }],
    });
  });

  test("done several times at once corrects each call once, while calls are being recorded", async () => {
    const owner = await newOwner();
    const rate = chargedAt("USD", "1", "2");
    const made = 450;
    for (let n = 0; n < made; n++)
      await recordCall(owner, { ...MODEL, at: at(1), rate, usage: { input: 1000 + n } });
    await price(owner, { currency: "USD", perMillion: { input: "2", output: "2" } });
    const [runs] = await Promise.all([
      Promise.all([1, 2, 3].map((n) => recalculate(owner, { ...RANGE, to: at(2), reason: `run ${n}` }))),
      ...Array.from({ length: 20 }, () =>
        recordCall(owner, { ...MODEL, at: at(5), rate, usage: { input: 1 } }),
      ),
    ]);
    expect(runs.reduce((sum, { corrected }) => sum + corrected, 0)).toBe(made);
    const [total] = await sumUsage(owner, { teamId: owner.actor.teamId });
    const sum = (made * 1000 + (made * (made - 1)) / 2) * 2 + 20;
    expect(parseDecimal(total?.cost ?? "", 12)).toBe(BigInt(sum) * 1_000_000n);
    expect(await chainHolds(owner)).toBe(true);
  });

  test("needs a reason, an order of times and the right to set prices", async () => {
    const team = await newTeam(database.db);
    const [owner, manager, member] = [
      await team.as("owner"),
      await team.as("manager"),
      await team.as("member"),
    ];
    for (const context of [manager, member]) {
      await expect(recalculate(context, { ...RANGE, reason: "r" })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(previewRecalculation(context, RANGE)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(recalculate(owner, { ...RANGE, reason: " " })).rejects.toMatchObject({
      ...{ code: "invalid_input", params: { field: "reason" } },
    });
    await expect(recalculate(owner, { ...RANGE, to: FROM, reason: "r" })).rejects.toMatchObject({
      ...{ code: "invalid_input", params: { field: "to" } },
    });
  });
});
