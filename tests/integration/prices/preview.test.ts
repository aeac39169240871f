import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listPrices } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { readBook } from "@/lib/catalogue/book";
import { newId } from "@/lib/ids";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { previewPrice } from "@/lib/prices/preview-price";
import type { PriceInput } from "@/lib/prices/price-input";
import { setPrice } from "@/lib/prices/set-price";
import { restorePrice, withdrawPrice } from "@/lib/prices/withdraw-price";
import { makeRate } from "@/lib/pricing/make-rate";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newKey } from "@/tests/support/new-key";
import { recordCall } from "@/tests/support/record-call";
import { asInstance, newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const MODEL = { vendor: "openai", model: "Home-Made-1" };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const CHARGED = makeRate({
  ...MODEL,
  currency: "USD",
  perMillion: { input: "1", output: "2" },
  validFrom: "2025-01-01",
  version: "t",
});
const asked: PriceInput = {
  ...{ scope: "team", vendor: "openai", model: "home-made-1" },
  terms: { currency: "CNY", perMillion: { input: "7", output: "14" }, minimum: "0.001" },
};

test("is exactly what the calls cost, and what each would have cost", async () => {
  const usage = fc.record({ input: fc.nat({ max: 2 ** 30 }), output: fc.nat({ max: 2 ** 30 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(usage, { maxLength: 8 }), async (calls) => {
      const owner = await (await newTeam(database.db)).as("owner");
      for (const used of calls)
        await recordCall(owner, { ...MODEL, at: daysAgo(2), rate: CHARGED, usage: used });
      const preview = await previewPrice(owner, asked);
      const sum = (inputPrice: bigint, least: bigint) =>
        calls.reduce((total, { input, output }) => {
          const pico = BigInt(input) * inputPrice + BigInt(output) * inputPrice * 2n;
          return total + (pico > 0n && pico < least ? least : pico);
        }, 0n);
      const none = calls.length === 0;
      expect(preview).toEqual({
        ...{ days: 30, calls: calls.length, unpricedNow: 0, unpricedThen: 0, complete: true },
        actual: none ? [] : [{ currency: "USD", amount: picoToDecimal(sum(1_000_000n, 0n)) }],
        wouldBe: none ? [] : [{ currency: "CNY", amount: picoToDecimal(sum(7_000_000n, 10n ** 9n)) }],
      });
    }),
    { numRuns: 10 },
  );
});

test("counts what has no price, now and then; leaves out what is older; says when there is more than it looked at", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  await recordCall(owner, { ...MODEL, at: daysAgo(1), rate: null, usage: { input: 1_000_000 } });
  await recordCall(owner, { ...MODEL, at: daysAgo(1), rate: CHARGED, usage: { input: 1, audioInput: 1 } });
  await recordCall(owner, { ...MODEL, at: daysAgo(31), rate: CHARGED, usage: { input: 1 } });
  expect(await previewPrice(owner, asked)).toMatchObject({
    ...{ calls: 2, unpricedNow: 2, unpricedThen: 1, actual: [] },
    wouldBe: [{ currency: "CNY", amount: "7" }],
  });
  expect(await previewPrice(owner, asked, { mostCalls: 1 })).toMatchObject({ calls: 1, complete: false });
});

test("for the instance looks at all teams' calls, for a key at that key's alone", async () => {
  const model = `all-${newId()}`;
  const credentialId = await newKey(database.db, INSTANCE_TEAM_ID);
  for (const key of [credentialId, undefined]) {
    const owner = await (await newTeam(database.db)).as("owner");
    await recordCall(owner, {
      vendor: "openai",
      model,
      rate: CHARGED,
      usage: { input: 1 },
      ...(key && { credentialId: key }),
    });
  }
  const input: PriceInput = { ...asked, scope: "instance", model };
  expect(await previewPrice(asInstance(database.db), input)).toMatchObject({ calls: 2 });
  expect(await previewPrice(asInstance(database.db), { ...input, credentialId })).toMatchObject({ calls: 1 });
});

test("looks at the calls that the price will reach: under other names too, not those with a more particular price", async () => {
  const [owner, other] = [
    await (await newTeam(database.db)).as("owner"),
    await (await newTeam(database.db)).as("owner"),
  ];
  const [credentialId, alias] = [await newKey(database.db, owner.actor.teamId), "gpt-4-0314"];
  const call = { vendor: "openai", rate: CHARGED, usage: { input: 1 } };
  await recordCall(owner, { ...call, model: "gpt-4" });
  await recordCall(owner, { ...call, model: alias });
  await recordCall(owner, { ...call, model: "gpt-4", credentialId });
  await recordCall(other, { ...call, model: "gpt-4" });
  const price: PriceInput = { ...asked, model: "gpt-4" };
  const everywhere: PriceInput = { ...price, scope: "instance" };
  const reached = async (input: PriceInput) =>
    (await previewPrice(input.scope === "team" ? owner : asInstance(database.db), input)).calls;
  expect([await reached(price), await reached(everywhere)]).toEqual([3, 4]);
  await setPrice(owner, { ...price, credentialId });
  expect([await reached(price), await reached(everywhere)]).toEqual([2, 3]);
  await setPrice(owner, { ...price, model: alias });
  expect([await reached(price), await reached(everywhere)]).toEqual([1, 2]);
  await setPrice(owner, price);
  expect(await reached(everywhere)).toBe(1);
});

test("sets nothing, and is refused to who may not set it", async () => {
  const team = await newTeam(database.db);
  const [owner, member] = [await team.as("owner"), await team.as("member")];
  await previewPrice(owner, asked);
  expect(await listPrices(database.db, team.teamId)).toEqual([]);
  await expect(previewPrice(member, asked)).rejects.toMatchObject({ code: "forbidden" });
  await expect(previewPrice(owner, { ...asked, scope: "instance" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a price that was withdrawn holds no more, until it is put back; only its own team can", async () => {
  const [mine, theirs] = [await newTeam(database.db), await newTeam(database.db)];
  const [owner, stranger, member] = [
    await mine.as("owner"),
    await theirs.as("owner"),
    await mine.as("member"),
  ];
  const { id: priceId } = await setPrice(owner, { ...asked, validFrom: daysAgo(3) });
  const ref = { scope: "team", priceId } as const;
  const holds = async () =>
    (await readBook(database.db, mine.teamId)).rate("openai", "home-made-1", new Date()) !== null;
  await expect(withdrawPrice(stranger, ref)).rejects.toMatchObject({ code: "not_found" });
  await expect(withdrawPrice(member, ref)).rejects.toMatchObject({ code: "forbidden" });
  await expect(withdrawPrice(owner, { ...ref, scope: "instance" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await holds()).toBe(true);
  await withdrawPrice(owner, ref);
  expect(await holds()).toBe(false);
  await expect(withdrawPrice(owner, ref)).rejects.toMatchObject({ code: "not_found" });
  await restorePrice(owner, ref);
  expect(await holds()).toBe(true);
});
