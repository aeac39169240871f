import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveBookVersion } from "@/db/queries/prices";
import { readBook } from "@/lib/catalogue/book";
import { importCatalogue } from "@/lib/catalogue/import-catalogue";
import type { Context } from "@/lib/context";
import { findPrices, PriceQuery } from "@/lib/prices/find-prices";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

type Row = Record<string, string | number>;
const file = (rows: Record<string, Row>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [name, { litellm_provider: "openai", mode: "chat", ...row }]),
    ),
  );
const priced = (input: number): Row => ({ input_cost_per_token: input, output_cost_per_token: 0.00001 });
const take = (owner: Context, text: string) =>
  importCatalogue(owner, { scope: "team", format: "litellm", text });

async function inputOf(owner: Context, model: string, at = new Date()): Promise<bigint | undefined> {
  const book = await readBook(owner.db, owner.actor.teamId);
  return book.rate("openai", model, at)?.perMillionMicro.input;
}

test("a price that goes up and comes back is the one of before again", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  for (const input of [0.000001, 0.000005, 0.000001]) {
    await take(owner, file({ "gpt-turns": priced(input) }));
    expect(await inputOf(owner, "gpt-turns")).toBe(BigInt(Math.round(input * 1e12)));
  }
  expect(await take(owner, file({ "gpt-turns": priced(0.000001) }))).toMatchObject({
    changed: 0,
    unchanged: 1,
  });
});

test("a model that leaves the file keeps its price for what was called before", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  await take(owner, file({ "gpt-4o": priced(0.000009), "gpt-stays": priced(0.000001) }));
  const before = new Date();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await take(owner, file({ "gpt-stays": priced(0.000001) }));
  expect(await inputOf(owner, "gpt-4o", before)).toBe(9_000_000n);
  // What ships holds again.
  expect(await inputOf(owner, "gpt-4o")).toBe(2_500_000n);
  await take(owner, file({ "gpt-4o": priced(0.000009), "gpt-stays": priced(0.000001) }));
  expect(await inputOf(owner, "gpt-4o")).toBe(9_000_000n);
});

test("of genai-prices' versions the dated one that has begun holds, not the one before any was dated", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const version = (input: number, from?: string) => ({
    ...(from && { constraint: { start_date: from, type: "start_date" } }),
    prices: { input_mtok: input, output_mtok: 40 },
  });
  const models = [
    { id: "o3-cut", match: {}, prices: [version(10), version(2, "2025-06-10")] },
    { id: "o3-rise", match: {}, prices: [version(10), version(20, "2999-01-01")] },
  ];
  const text = JSON.stringify([{ id: "openai", models }]);
  await importCatalogue(owner, { scope: "team", format: "genai-prices", text });
  expect(await inputOf(owner, "o3-cut")).toBe(2_000_000n);
  expect(await inputOf(owner, "o3-rise")).toBe(10_000_000n);
});

test("an announced price that is gone from the file is withdrawn, and the one that holds stays", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const day = "2999-01-01";
  const announced = { constraint: { start_date: day, type: "start_date" } };
  const price = (input: number) => ({ prices: { input_mtok: input, output_mtok: 40 } });
  const take = (...prices: object[]) => {
    const text = JSON.stringify([{ id: "openai", models: [{ id: "o3-rise", match: {}, prices }] }]);
    return importCatalogue(owner, { scope: "team", format: "genai-prices", text });
  };
  const listed = async () =>
    (await findPrices(owner, PriceQuery.parse({ search: "o3-rise", versions: "all" }))).prices.map(
      ({ state }) => state,
    );
  await take(price(10), { ...announced, ...price(20) });
  expect(await inputOf(owner, "o3-rise", new Date(day))).toBe(20_000_000n);
  expect((await listed()).toSorted()).toEqual(["current", "future"]);

  expect(await take(price(10))).toMatchObject({ changed: 0, unchanged: 1, ended: 0, withdrawn: 1 });
  expect(await inputOf(owner, "o3-rise", new Date(day))).toBe(10_000_000n);
  expect(await listed()).toEqual(["current"]);

  expect(await take(price(10), { ...announced, ...price(30) })).toMatchObject({ changed: 1, unchanged: 1 });
  expect(await inputOf(owner, "o3-rise", new Date(day))).toBe(30_000_000n);
});

test("a day that is none refuses its row, and a row that cannot be read takes nobody else's price away", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const prices = [{ constraint: { start_date: "June 2025" }, prices: { input_mtok: 1, output_mtok: 2 } }];
  const text = JSON.stringify([{ id: "openai", models: [{ id: "odd", match: {}, prices }] }]);
  const { refused } = await importCatalogue(owner, { scope: "team", format: "genai-prices", text });
  expect(refused).toMatchObject([{ row: "openai/odd" }]);
  await take(owner, file({ "gpt-broken": priced(0.000001), "gpt-whole": priced(0.000002) }));
  const { teamId } = owner.actor;
  await database.db.execute(
    sql`update price set rate = '{"vendor": "openai"}' where team_id = ${teamId} and model = 'gpt-broken'`,
  );
  await moveBookVersion(database.db, teamId);
  expect(await inputOf(owner, "gpt-broken")).toBeUndefined();
  expect(await inputOf(owner, "gpt-whole")).toBe(2_000_000n);
  expect((await findPrices(owner, PriceQuery.parse({ search: "gpt-whole" }))).total).toBe(1);
});

test("a zero is no price of a part of a paid model", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const { refused } = await take(
    owner,
    file({
      "gpt-half": { input_cost_per_token: 0, output_cost_per_token: 0.000002 },
      "gpt-cache": { ...priced(0.000003), cache_read_input_token_cost: 0 },
    }),
  );
  expect(refused).toMatchObject([{ row: "gpt-half" }]);
  expect(await inputOf(owner, "gpt-half")).toBeUndefined();
  const book = await readBook(database.db, owner.actor.teamId);
  const rate = book.rate("openai", "gpt-cache", new Date());
  expect(rate?.perMillionMicro.cacheRead).toBe(3_000_000n);
  expect(rate?.billedAs.cacheRead).toBe("input");
});
