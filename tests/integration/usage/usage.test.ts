import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCall, settleCall } from "@/db/queries/calls";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { parseDecimal } from "@/lib/money/parse-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { makeRate } from "@/lib/pricing/make-rate";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";
import { toRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { listUsage } from "@/lib/usage/list-usage";
import { sumUsage } from "@/lib/usage/sum-usage";
import { usageOverview } from "@/lib/usage/usage-overview";
import { USAGE_PAGE_SIZE, usagePage } from "@/lib/usage/usage-page";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";

const decimalToPico = (decimal: string) => parseDecimal(decimal, 12);

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const rateOf = (currency: string, input: string, output: string, demo = false): Rate =>
  makeRate({
    vendor: "v",
    model: "m",
    currency,
    perMillion: { input, output },
    validFrom: "2026-01-01",
    version: `${currency} ${input}`,
    demo,
  });
const RATES = [
  rateOf("USD", "0.15", "0.6"),
  rateOf("USD", "1.25", "10"),
  rateOf("CNY", "0.000001", "0.000003"),
  rateOf("XDM", "1", "2", true),
];

async function record(context: Context, rate: Rate | null, usage: TokenBuckets): Promise<string> {
  const id = newId();
  const now = new Date();
  await insertCall(context.db, {
    teamId: context.actor.teamId,
    id,
    personId: context.actor.personId,
    providerId: newId(),
    vendor: "v",
    model: "m",
    mode: "knowledge",
    purpose: "chat",
    rate: rate && toRateSnapshot(rate),
    inputEstimate: 1,
    startedAt: now,
    heartbeatAt: now,
  });
  await settleCall(context.db, context.actor.teamId, id, {
    outcome: "complete",
    errorCode: null,
    status: rate ? "exact" : "unpriced",
    estimateMethod: null,
    usage,
    serviceTier: null,
    costPico: rate && priceCall(usage, rate, { startedAt: now, endedAt: now, serviceTier: null }),
    currency: rate?.currency ?? null,
    ttftMs: 12,
    durationMs: 34,
  });
  return id;
}

const tokens = fc.integer({ min: 0, max: 2 ** 40 });
const call = fc.record({
  rate: fc.option(fc.constantFrom(...RATES)),
  usage: fc
    .record({ input: tokens, cacheRead: tokens, output: tokens, reasoning: tokens })
    .map((some) => ({ ...EMPTY_BUCKETS, ...some })),
});

test("totals equal the sum of the rows to the last digit, per currency, the demo's apart", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 12 }), async (calls) => {
      const owner = await (await newTeam(database.db)).as("owner");
      for (const { rate, usage } of calls) await record(owner, rate, usage);
      const rows = await listUsage(owner, { teamId: owner.actor.teamId, limit: 100 });
      const totals = await sumUsage(owner, { teamId: owner.actor.teamId });
      expect(rows).toHaveLength(calls.length);
      expect(totals.reduce((sum, total) => sum + total.calls, 0)).toBe(calls.length);
      for (const total of totals) {
        const own = rows.filter(({ currency }) => currency === total.currency);
        const sum = own.reduce((pico, { cost }) => pico + decimalToPico(cost ?? "0"), 0n);
        expect(total.cost).toBe(picoToDecimal(sum));
        expect(total.calls).toBe(own.length);
        expect(total.demo).toBe(total.currency === "XDM");
        expect(total.unpricedCalls).toBe(total.currency === null ? own.length : 0);
      }
    }),
    { numRuns: 15 },
  );
});

test("a row shows its own arithmetic: the parts add up to the cost", async () => {
  await fc.assert(
    fc.asyncProperty(call, async ({ rate, usage }) => {
      const owner = await (await newTeam(database.db)).as("owner");
      await record(owner, rate, usage);
      const { entries } = await usagePage(owner);
      const [entry] = entries;
      const parts = (entry?.lines ?? []).reduce((sum, { cost }) => sum + decimalToPico(cost), 0n);
      expect(picoToDecimal(parts)).toBe(entry?.cost ?? "0");
      for (const { units, perMillion, cost } of entry?.lines ?? []) {
        expect((BigInt(units) * decimalToPico(perMillion)) / 1_000_000n).toBe(decimalToPico(cost));
      }
    }),
    { numRuns: 15 },
  );
});

test("a row has exactly what scripts read", async () => {
  const team = await newTeam(database.db, "Signals");
  const owner = await team.as("owner");
  const usage = { ...EMPTY_BUCKETS, input: 1234, cacheRead: 5, output: 6, reasoning: 7 };
  const id = await record(owner, rateOf("USD", "0.15", "0.6"), usage);
  const rows = await listUsage(owner, { teamId: team.teamId, limit: 10 });
  expect(rows).toEqual([
    {
      id,
      at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
      team: "Signals",
      key: null,
      user: `${owner.actor.personId}@example.com`,
      vendor: "v",
      model: "m",
      mode: "knowledge",
      purpose: "chat",
      outcome: "complete",
      status: "exact",
      usage: { input: 1234, cacheRead: 5, cacheWrite: 0, output: 6, reasoning: 7 },
      cost: "0.00019365",
      currency: "USD",
      ttftMs: 12,
      durationMs: 34,
      corrects: null,
      reason: null,
      corrected: null,
    },
  ]);
});

test("a row tells of every kind of token that was used", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const more = {
    cacheWrite1h: 8,
    audioInput: 9,
    audioCacheRead: 10,
    audioOutput: 11,
    imageInput: 12,
    webSearches: 2,
  };
  await record(owner, null, { ...EMPTY_BUCKETS, input: 1, ...more, requests: 1 });
  const rows = await listUsage(owner, { teamId: owner.actor.teamId, limit: 1 });
  expect(rows[0]?.usage).toEqual({ input: 1, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0, ...more });
});

test("pages follow each other, newest first, without gap or repetition", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const ids: string[] = [];
  for (let n = 0; n < USAGE_PAGE_SIZE + 3; n++)
    ids.push(await record(owner, RATES[0] ?? null, EMPTY_BUCKETS));
  const first = await usagePage(owner);
  const second = await usagePage(owner, { beforeId: first.nextBeforeId ?? "none" });
  expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual(ids.reverse());
  expect(second.nextBeforeId).toBeNull();
});

test("while calls are being recorded, the rows and the totals of an overview are of one moment", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  async function recordAll(): Promise<void> {
    for (let n = 0; n < USAGE_PAGE_SIZE; n++)
      await record(owner, RATES[0] ?? null, { ...EMPTY_BUCKETS, input: 1 + n });
  }
  let recorded = false;
  const recording = recordAll().finally(() => {
    recorded = true;
  });
  const lengths = new Set<number>();
  while (!recorded) {
    const { page, totals } = await usageOverview(owner);
    const sum = page.entries.reduce((pico, { cost }) => pico + decimalToPico(cost ?? "0"), 0n);
    expect(totals.reduce((calls, total) => calls + total.calls, 0)).toBe(page.entries.length);
    expect(picoToDecimal(sum)).toBe(totals[0]?.cost ?? "0");
    lengths.add(page.entries.length);
  }
  await recording;
  expect(lengths.size).toBeGreaterThan(1);
});

test("a member sees their own calls, and their own total", async () => {
  const team = await newTeam(database.db);
  const [owner, member, billing] = await Promise.all([
    team.as("owner"),
    team.as("member"),
    team.as("billing"),
  ]);
  await record(owner, RATES[0] ?? null, { ...EMPTY_BUCKETS, input: 100 });
  const own = await record(member, RATES[0] ?? null, { ...EMPTY_BUCKETS, input: 1 });
  const query = { teamId: team.teamId, limit: 10 };
  expect((await listUsage(member, query)).map(({ id }) => id)).toEqual([own]);
  expect(await sumUsage(member, query)).toMatchObject([{ calls: 1, cost: "0.00000015" }]);
  for (const reader of [owner, billing]) expect(await listUsage(reader, query)).toHaveLength(2);
});

test("no team reads another's, and no person all teams'", async () => {
  const [mine, theirs] = await Promise.all([newTeam(database.db), newTeam(database.db)]);
  await record(await theirs.as("member"), RATES[0] ?? null, EMPTY_BUCKETS);
  const owner = await mine.as("owner", { instanceAdmin: true });
  for (const read of [listUsage, sumUsage]) {
    await expect(read(owner, { teamId: theirs.teamId, limit: 10 })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(read(owner, { teamId: null, limit: 10 })).rejects.toMatchObject({ code: "forbidden" });
  }
  const all = await listUsage(asInstance(database.db), { teamId: null, limit: 1000 });
  expect(all.map(({ team }) => team)).toContain(theirs.name);
});
