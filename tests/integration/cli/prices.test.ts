import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstInstanceAdmin } from "@/db/queries/people";
import { listTeams } from "@/db/queries/teams";
import { readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { makeRate } from "@/lib/pricing/make-rate";
import { newKey } from "@/tests/support/new-key";
import { recordCall } from "@/tests/support/record-call";
import { type CommandWorld, openCommandWorld, succeed } from "./command-world";

const OWNER = "owner@example.com";
const MODEL = ["--vendor", "openai", "--model", "home-made-1"];
const CHARGED = makeRate({
  ...{ vendor: "openai", model: "home-made-1", currency: "USD", validFrom: "2025-01-01", version: "t" },
  perMillion: { input: "1", output: "2" },
});

let world: CommandWorld;
let owner: Context;
beforeAll(async () => {
  world = await openCommandWorld([]);
  const account = ["--email", OWNER, "--password", "long enough", "--name", "Owner"];
  await succeed(world.run("user", "create", ...account, "--json"));
  await succeed(world.run("team", "create", "--name", "First", "--owner", OWNER, "--json"));
  const [team] = await listTeams(world.db);
  const person = await firstInstanceAdmin(world.db);
  const teamId = team?.id ?? "";
  const personId = person?.id ?? newId();
  owner = {
    db: world.db,
    actor: {
      kind: "person",
      personId,
      teamId,
      role: "owner",
      groupIds: [],
      managedGroupIds: [],
      instanceAdmin: true,
    },
    requestId: newId(),
  };
});
afterAll(() => world.close());

describe("price", () => {
  test("with tiers, hours and a minimum tells the rates that were used, and all that the price says", async () => {
    const terms = {
      tiers: [{ above: 1000, perMillion: { input: "2", output: "8" } }],
      tiersBy: "whole",
      tariffs: [{ serviceTier: "batch", perMillion: { input: "0.5", output: "2" } }],
      minimum: "0.0001",
    };
    const set = ["--currency", "USD", "--input", "1", "--output", "4", "--terms", JSON.stringify(terms)];
    const of = ["--vendor", "openai", "--model", "long-1"];
    await succeed(world.run("price", "set", ...of, ...set, "--from", "2025-01-01", "--json"));
    const quote = (usage: object, ...more: string[]) =>
      succeed(
        world.run("price", ...of, "--at", "2025-02-01", "--usage", JSON.stringify(usage), "--json", ...more),
      );
    expect(await quote({ input: 1001, output: 10 })).toMatchObject({
      cost: "0.002082",
      rates: { input: "2", output: "8", cacheRead: "2" },
      billedAs: { cacheRead: "input" },
      version: expect.stringContaining("instance"),
      validFrom: "2025-01-01T00:00:00.000Z",
      terms: { currency: "USD", perMillion: { input: "1", output: "4" }, ...terms },
    });
    expect(await quote({ input: 1000 }, "--service-tier", "batch")).toMatchObject({
      cost: "0.0005",
      rates: { input: "0.5" },
    });
    expect(await quote({ input: 1 })).toMatchObject({ cost: "0.0001", lines: [{}, { bucket: "minimum" }] });
    const { code, lines } = await world.run("price", ...of, "--usage", '{"webSearches":1}', "--json");
    expect([code, lines()[0]?.cost, lines()[0]?.missing]).toEqual([1, null, "webSearches"]);
  });

  test("is tried on the calls of the last 30 days and then set, and these are corrected with a reason", async () => {
    const id = await recordCall(owner, { model: "home-made-1", rate: CHARGED, usage: { input: 1000 } });
    await recordCall(owner, { model: "home-made-1", rate: null, usage: { input: 500 } });
    const price = [
      "--currency",
      "USD",
      "--input",
      "3",
      "--output",
      "3",
      "--from",
      "2026-01-01",
      "--team",
      "First",
    ];
    const preview = await succeed(world.run("price", "set", ...MODEL, ...price, "--preview", "--json"));
    expect(preview).toEqual({
      ...{ days: 30, calls: 2, unpricedNow: 1, unpricedThen: 0, complete: true },
      actual: [{ currency: "USD", amount: "0.001" }],
      wouldBe: [{ currency: "USD", amount: "0.0045" }],
    });
    await succeed(world.run("price", "set", ...MODEL, ...price, "--json"));
    const recalculate = ["price", "recalculate", ...MODEL, "--from", "2026-01-01"];
    expect((await world.run(...recalculate)).code).toBe(2);
    const expected = {
      calls: 2,
      corrected: 2,
      priced: 1,
      unpriced: 0,
      added: [{ currency: "USD", amount: "0.0035" }],
    };
    expect(await succeed(world.run(...recalculate, "--preview", "--json"))).toEqual(expected);
    expect(await succeed(world.run(...recalculate, "--reason", "a new list", "--json"))).toEqual(expected);
    const rows = (await world.run("usage", "list", "--json")).lines();
    expect(rows.filter(({ corrects }) => corrects === id)).toMatchObject([
      { cost: "0.002", reason: "a new list" },
    ]);
    expect(rows.find((row) => row.id === id)).toMatchObject({
      cost: "0.001",
      corrected: [{ cost: "0.003", currency: "USD" }],
    });
    const { stdout } = await world.run("usage", "list");
    expect(stdout).toContain(`corrects ${id}: a new list`);
    expect(stdout).toContain("corrected to 0.003 USD");
    expect(stdout).toContain("Total: 0.0045 USD (2 calls, 2 corrections)");
  });
});

test("a price for one key names it by its last characters, and is refused for a key that there is not", async () => {
  const key = await newKey(world.db, owner.actor.teamId, { last4: "k7k7" });
  const model = ["--vendor", "openai", "--model", "negotiated-1"];
  const price = ["--currency", "USD", "--input", "1", "--output", "2", "--from", "2026-01-01"];
  const set = ["price", "set", ...model, ...price, "--json"];
  await succeed(world.run(...set, "--team", "First", "--credential", "k7k7"));
  const book = await readBook(world.db, owner.actor.teamId);
  expect(book.rate("openai", "negotiated-1", new Date(), key)).not.toBeNull();
  expect(book.rate("openai", "negotiated-1", new Date())).toBeNull();
  for (const wrong of [
    ["--team", "First", "--credential", "none"],
    ["--credential", "k7k7"],
  ]) {
    const { code, stderr } = await world.run(...set, ...wrong);
    expect([code, stderr]).toEqual([1, expect.stringContaining("--credential: which key of openai")]);
  }
});

describe("currencies", () => {
  test("a team's total is shown in its own too, with the rate and its day", async () => {
    expect(await succeed(world.run("team", "set", "--currency", "eur", "--json"))).toMatchObject({
      currency: "EUR",
    });
    const set = ["rate", "set", "--base", "EUR", "--quote", "USD", "--day", "2026-01-01", "--rate", "1.25"];
    expect(await succeed(world.run(...set, "--json"))).toMatchObject({
      base: "EUR",
      rate: "1.25",
      source: "entered",
    });
    const { stdout } = await world.run("usage", "list");
    expect(stdout).toContain("In EUR: 0.0036");
    expect(stdout).toContain("USD: 0.0036 EUR, at 0.8 of 2026-01-01");
    await succeed(world.run("team", "set", "--currency", "none", "--json"));
    expect((await world.run("usage", "list")).stdout).not.toContain("In EUR");
  });

  test("rates are taken from a file, listed, and refused when wrong, with the flag or the place", async () => {
    const file = path.join(world.env.WYE_DATA_DIR ?? "", "rates.csv");
    await writeFile(file, "base,quote,day,rate\nGBP,USD,2026-01-02,1.3\n");
    expect(await succeed(world.run("rate", "import", file, "--format", "csv", "--json"))).toEqual({
      ...{ rates: 1, from: "2026-01-02", to: "2026-01-02" },
    });
    expect((await world.run("rate", "list", "--json")).lines()[0]).toMatchObject({
      base: "GBP",
      source: "rates.csv",
    });
    expect((await world.run("rate", "import", file, "--format", "ecb")).code).not.toBe(0);
    const wrong = await world.run(
      "rate",
      "set",
      "--base",
      "EUR",
      "--quote",
      "USD",
      "--day",
      "2026-01-01",
      "--rate",
      "-1",
    );
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--rate")]);
    const missing = await world.run("rate", "import", `${file}.none`, "--format", "csv");
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining("ENOENT")]);
  });
});
