import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { listUnpriced } from "@/lib/prices/list-unpriced";
import { previewRecalculation } from "@/lib/prices/look-through";
import { setPrice } from "@/lib/prices/set-price";
import type { TokenBuckets } from "@/lib/pricing/buckets";
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
const day = (of: number) => new Date(Date.UTC(2026, 2, of, 9));
const newOwner = async () => (await newTeam(database.db)).as("owner");
const call = (owner: Context, at: Date, usage: Partial<TokenBuckets> = { input: 10 }, more: object = {}) =>
  recordCall(owner, { ...MODEL, at, rate: null, usage, ...more });
const price = (owner: Context, more: object = {}) =>
  setPrice(owner, {
    ...{ scope: "team", ...MODEL, validFrom: day(1) },
    terms: { currency: "USD", perMillion: { input: "1", output: "2" } },
    ...more,
  });
const daysOf = async (owner: Context) =>
  (await listUnpriced(owner)).map(({ pricedSince, unpricedSince }) => [pricedSince, unpricedSince]);

/** Whether a correction would do anything. */
async function isCorrectable(owner: Context): Promise<boolean> {
  return (await previewRecalculation(owner, { ...MODEL, from: day(1) })).corrected > 0;
}

describe("calls without a price can be corrected only where there is one now", () => {
  test("for their day", async () => {
    const owner = await newOwner();
    for (const nth of [3, 5, 8]) await call(owner, day(nth));
    await price(owner, { validFrom: day(20) });
    expect(await daysOf(owner)).toEqual([[null, "2026-03-03"]]);
    expect(await isCorrectable(owner)).toBe(false);
    await price(owner, { validFrom: new Date("2026-03-05"), validTo: new Date("2026-03-08") });
    expect(await daysOf(owner)).toEqual([["2026-03-05", "2026-03-03"]]);
    await price(owner, { validFrom: new Date("2026-03-04") });
    expect(await daysOf(owner)).toEqual([["2026-03-05", "2026-03-03"]]);
    await price(owner);
    expect(await daysOf(owner)).toEqual([["2026-03-03", null]]);
    expect(await isCorrectable(owner)).toBe(true);
  });

  test("for what they used, and for their service tier", async () => {
    const owner = await newOwner();
    await call(owner, day(3), { input: 10, webSearches: 1 });
    await call(owner, day(4), { input: 10 }, { serviceTier: "priority" });
    await price(owner);
    expect(await daysOf(owner)).toEqual([[null, "2026-03-03"]]);
    expect(await isCorrectable(owner)).toBe(false);
    const perMillion = { input: "1", output: "2" };
    const tariffs = [{ serviceTier: "priority", perMillion }];
    await price(owner, { terms: { currency: "USD", perMillion, tariffs } });
    expect(await daysOf(owner)).toEqual([["2026-03-04", "2026-03-03"]]);
    expect(await isCorrectable(owner)).toBe(true);
  });

  test("for their key", async () => {
    const owner = await newOwner();
    const credentialId = await newKey(database.db, owner.actor.teamId);
    await call(owner, day(3));
    await price(owner, { credentialId });
    expect(await daysOf(owner)).toEqual([[null, "2026-03-03"]]);
    await call(owner, day(4), { input: 10 }, { credentialId });
    expect(await daysOf(owner)).toEqual([["2026-03-04", "2026-03-03"]]);
  });
});

test("another team's calls and prices count for nothing, and who may not read prices is refused", async () => {
  const team = await newTeam(database.db);
  const [owner, guest, other] = [await team.as("owner"), await team.as("guest"), await newOwner()];
  await call(owner, day(3));
  await price(other);
  expect(await daysOf(owner)).toEqual([[null, "2026-03-03"]]);
  expect(await listUnpriced(other)).toEqual([]);
  await expect(listUnpriced(guest)).rejects.toMatchObject({ code: "forbidden" });
});
