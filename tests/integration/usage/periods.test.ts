import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import type { Context } from "@/lib/context";
import { setRate } from "@/lib/exchange/set-rate";
import { parseDecimal } from "@/lib/money/parse-decimal";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { recalculate } from "@/lib/prices/recalculate";
import { setPrice } from "@/lib/prices/set-price";
import { setReportingCurrency } from "@/lib/teams/set-reporting-currency";
import { beginOf, PERIODS } from "@/lib/usage/period";
import { usageOverview } from "@/lib/usage/usage-overview";
import { usagePage } from "@/lib/usage/usage-page";
import type { UsageEntry } from "@/lib/usage/usage-row";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { seedLedger } from "@/tests/support/seed-ledger";
import { asInstance, newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  // As they were made month by month, while the calls came in.
  await database.db.execute(sql`select ledger_ensure_partitions(now() - interval '14 months', 14)`);
});
afterAll(() => database.drop());

const NOW = new Date();
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const newOwner = async () => (await newTeam(database.db)).as("owner");

/** Every row of a period, page by page. */
async function rowsOf(owner: Context, since: Date | undefined): Promise<UsageEntry[]> {
  const rows: UsageEntry[] = [];
  let beforeId: string | undefined;
  do {
    const { entries, nextBeforeId } = await usagePage(owner, { since, beforeId });
    rows.push(...entries);
    beforeId = nextBeforeId ?? undefined;
  } while (beforeId !== undefined);
  return rows;
}

test("the totals of every period are the sums of its rows to the last digit, per currency, the demo's apart", async () => {
  const owner = await newOwner();
  const year = { from: daysAgo(400), to: daysAgo(1) };
  await seedLedger(owner, { ...year, model: "dollars", count: 170 });
  await seedLedger(owner, { ...year, model: "yuan", count: 90, currency: "CNY" });
  await seedLedger(owner, { ...year, model: "demo", vendor: "demo", count: 60, currency: "XDM", demo: true });
  await seedLedger(owner, { ...year, model: "unknown", count: 50, currency: null });
  // Old calls are corrected now: the correction is of now.
  const priced = { vendor: "openai", model: "yuan", validFrom: daysAgo(500) };
  const terms = { currency: "CNY", perMillion: { input: "7.1", output: "1" } };
  await setPrice(owner, { scope: "team", ...priced, terms });
  const old = { from: daysAgo(400), to: daysAgo(200), reason: "too little" };
  const { corrected } = await recalculate(owner, { vendor: "openai", model: "yuan", ...old });
  expect(corrected).toBeGreaterThan(20);

  const counts: number[] = [];
  for (const period of PERIODS) {
    const since = beginOf(period, NOW) ?? undefined;
    const rows = await rowsOf(owner, since);
    expect(rows.every(({ at }) => since === undefined || new Date(at) >= since)).toBe(true);
    const { totals, page } = await usageOverview(owner, { since });
    expect(page.entries).toEqual(rows.slice(0, page.entries.length));
    const sums = new Map<string, bigint>();
    for (const { currency, demo, cost } of rows) {
      const key = `${currency} ${demo}`;
      sums.set(key, (sums.get(key) ?? 0n) + parseDecimal(cost ?? "0", 12));
    }
    const told = totals.map(({ currency, demo, cost }) => [`${currency} ${demo}`, cost] as const);
    expect(new Map(told), period).toEqual(
      new Map([...sums].map(([key, pico]) => [key, picoToDecimal(pico)])),
    );
    const calls = rows.filter(({ corrects }) => corrects === null).length;
    expect(totals.reduce((sum, total) => sum + total.calls, 0)).toBe(calls);
    expect(totals.reduce((sum, total) => sum + total.corrections, 0)).toBe(corrected);
    counts.push(calls);
  }
  expect(counts.at(-1)).toBe(370);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(new Set(counts).size).toBe(PERIODS.length);
});

test("a call from before the period that was priced since counts nothing but its correction", async () => {
  const owner = await newOwner();
  await seedLedger(owner, { model: "late", count: 6, from: daysAgo(60), to: daysAgo(12), currency: null });
  const of = { vendor: "openai", model: "late" };
  const terms = { currency: "USD", perMillion: { input: "2", output: "1" } };
  await setPrice(owner, { scope: "team", ...of, validFrom: daysAgo(90), terms });
  expect(await recalculate(owner, { ...of, from: daysAgo(90), reason: "late" })).toMatchObject({ priced: 6 });
  const toldOf = async (since: Date | undefined) => {
    const [rows, { totals }] = [await rowsOf(owner, since), await usageOverview(owner, { since })];
    expect(totals).toMatchObject([{ currency: "USD", cost: "0.000042", corrections: 6 }]);
    return [totals[0]?.calls, rows.filter(({ corrects }) => corrects === null).length];
  };
  expect(await toldOf(undefined)).toEqual([6, 6]);
  expect(await toldOf(daysAgo(30))).toEqual([3, 3]);
  expect(await toldOf(daysAgo(7))).toEqual([0, 0]);
});

test("the total in the team's own currency is of the period too", async () => {
  const owner = await newOwner();
  await setReportingCurrency(owner, "EUR");
  await setRate(asInstance(database.db), { base: "EUR", quote: "USD", day: "2020-01-01", rate: "2" });
  await seedLedger(owner, { model: "m", count: 100, from: daysAgo(100), to: daysAgo(0.5) });
  for (const since of [daysAgo(10), daysAgo(50), undefined]) {
    const { report, totals } = await usageOverview(owner, { since });
    expect(parseDecimal(report?.sum ?? "", 12) * 2n).toBe(parseDecimal(totals[0]?.cost ?? "", 12));
  }
});

test("a list that begins with one call has it and what is before it, whatever the period", async () => {
  const owner = await newOwner();
  await seedLedger(owner, { model: "m", count: 10, from: daysAgo(100), to: daysAgo(1) });
  const all = await rowsOf(owner, undefined);
  const old = all[7];
  const { page, totals } = await usageOverview(owner, { since: daysAgo(7), fromId: old?.id });
  expect(page.entries.map(({ id }) => id)).toEqual(all.slice(7).map(({ id }) => id));
  expect(totals).toMatchObject([{ calls: 1 }]);
});

test("a period without calls is told from a team that made none", async () => {
  const [owner, idle] = [await newOwner(), await newOwner()];
  await seedLedger(owner, { model: "m", count: 3, from: daysAgo(100), to: daysAgo(60) });
  const empty = { page: { entries: [] }, totals: [] };
  expect(await usageOverview(owner, { since: daysAgo(30) })).toMatchObject({ ...empty, isUsed: true });
  expect(await usageOverview(idle, { since: daysAgo(30) })).toMatchObject({ ...empty, isUsed: false });
});

test("a member's period has their own calls alone, and no team sees another's", async () => {
  const team = await newTeam(database.db);
  const [owner, member, stranger] = [await team.as("owner"), await team.as("member"), await newOwner()];
  await seedLedger(owner, { model: "m", count: 20, from: daysAgo(20), to: daysAgo(2) });
  await seedLedger(member, { model: "n", count: 4, from: daysAgo(20), to: daysAgo(2) });
  const calls = async (context: Context) =>
    (await usageOverview(context, { since: daysAgo(30) })).totals[0]?.calls;
  expect(await calls(owner)).toBe(24);
  expect(await calls(member)).toBe(4);
  expect(await calls(stranger)).toBeUndefined();
});

test("what a period costs to show does not grow with the ledger before it", async () => {
  const owner = await newOwner();
  await seedLedger(owner, { model: "m", count: 24_000, from: daysAgo(400), to: daysAgo(0.1) });
  await database.db.execute(sql`analyze ledger`);
  const since = daysAgo(30);
  const read = await database.db.transaction(async (tx) => {
    // What other processes read for it is counted elsewhere.
    await tx.execute(sql`set local max_parallel_workers_per_gather = 0`);
    const before = await readRows(tx);
    const { totals } = await usageOverview({ ...owner, db: tx }, { since });
    expect(totals[0]?.calls).toBeGreaterThan(1700);
    const after = await readRows(tx);
    return [...after].map(([name, rows]) => ({ name, rows: rows - (before.get(name) ?? 0) }));
  });
  const first = `ledger_${since.toISOString().slice(0, 7).replace("-", "")}`;
  const sumOf = (some: typeof read) => some.reduce((sum, { rows }) => sum + rows, 0);
  // A planner may look at the ends of an index; a month has 1,800 rows.
  expect(sumOf(read.filter(({ name }) => name < first))).toBeLessThan(50);
  // The page's rows, and the sums: each row of the period is read once for each of the two.
  expect(sumOf(read)).toBeGreaterThan(1700);
  expect(sumOf(read)).toBeLessThan(2 * 60 * 100);
});

/** Rows that this connection has read of each partition of the ledger since it last told: those of this transaction, and of
 *  the ones just before it. */
async function readRows(tx: Db): Promise<Map<string, number>> {
  const rows = await tx.execute<{ name: string; rows: number }>(sql`
    select relname as name, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
      from pg_stat_xact_user_tables where relname like 'ledger\\_%' and relname <> 'ledger_head'`);
  return new Map([...rows].map(({ name, rows: read }) => [name, read]));
}
