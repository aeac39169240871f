import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listLedger } from "@/db/queries/ledgers";
import type { Context } from "@/lib/context";
import { firstIdAt } from "@/lib/ids";
import { correctParts } from "@/lib/prices/correct-parts";
import { lookThrough, previewRecalculation, type SeenPart } from "@/lib/prices/look-through";
import { recalculate } from "@/lib/prices/recalculate";
import { MOST_PARTS, PART_CALLS } from "@/lib/prices/recalculation-input";
import { setPrice } from "@/lib/prices/set-price";
import { makeRate } from "@/lib/pricing/make-rate";
import { sumUsage } from "@/lib/usage/sum-usage";
import { chainHolds } from "@/tests/support/chain-holds";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { recordCall } from "@/tests/support/record-call";
import { seedLedger } from "@/tests/support/seed-ledger";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const MODEL = { vendor: "openai", model: "home-made-1" };
const FROM = new Date("2026-01-01T00:00:00Z");
const RANGE = { ...MODEL, from: FROM };
const reason = "the list came late";
const day = (of: number) => new Date(FROM.getTime() + of * 86_400_000);
const newOwner = async () => (await newTeam(database.db)).as("owner");
const price = (owner: Context, input: string) =>
  setPrice(owner, {
    ...{ scope: "team", ...MODEL, validFrom: FROM },
    terms: { currency: "USD", perMillion: { input, output: "2" } },
  });

/** A team with `count` calls that were charged one dollar per million, and a price of `input` now. */
async function withCalls(count: number, input = "3"): Promise<Context> {
  const owner = await newOwner();
  await seedLedger(owner, { ...MODEL, count, from: day(1), to: day(50) });
  await price(owner, input);
  return owner;
}

const correctionsOf = async ({ db, actor }: Context) =>
  (await listLedger(db, { teamId: actor.teamId }, 100_000)).filter(({ correctsId }) => correctsId !== null);
const costOf = async (owner: Context) => (await sumUsage(owner, { teamId: owner.actor.teamId }))[0]?.cost;
/** Every part, looked at step by step. */
async function allParts(owner: Context): Promise<SeenPart[]> {
  const parts: SeenPart[] = [];
  let afterId: string | null = null;
  do {
    const step = await lookThrough(owner, RANGE, afterId);
    parts.push(...step.parts);
    afterId = step.nextAfterId;
  } while (afterId !== null);
  return parts;
}
const toCorrect = (parts: readonly SeenPart[]) =>
  parts.map(({ afterId, throughId, corrected, added }) => ({ afterId, throughId, corrected, added }));

describe("a long history", () => {
  // A step and a little more; the n-th call has n modulo 1,000 tokens, so that four cost nothing.
  const count = 10 * PART_CALLS + PART_CALLS + 7;

  test("is looked through in steps of small parts, each call once, to the same figures as all at once", async () => {
    const owner = await withCalls(count);
    const first = await lookThrough(owner, RANGE, null);
    expect(first.parts.map(({ calls }) => calls)).toEqual(Array.from({ length: 10 }, () => PART_CALLS));
    expect(first.nextAfterId).toBe(first.parts.at(-1)?.throughId);
    const second = await lookThrough(owner, RANGE, first.nextAfterId);
    expect(second.parts.map(({ calls }) => calls)).toEqual([PART_CALLS, 7]);
    expect(second.nextAfterId).toBeNull();
    expect([first, second].map(({ reachedAt }) => Date.parse(reachedAt ?? "") < day(50).getTime())).toEqual([
      true,
      false,
    ]);
    const all = await allParts(owner);
    expect(all).toEqual([...first.parts, ...second.parts]);
    for (const [at, part] of all.entries()) expect(part.afterId).toBe(all[at - 1]?.throughId ?? null);
    const whole = await previewRecalculation(owner, RANGE);
    expect(whole).toMatchObject({ calls: count, corrected: count - 2 });
    expect(all.reduce((sum, { corrected }) => sum + corrected, 0)).toBe(whole.corrected);
    expect(await correctionsOf(owner)).toEqual([]);
  });

  test("is corrected a few parts at a time; what was cut short goes on where it stopped", async () => {
    const owner = await withCalls(count);
    const before = Number(await costOf(owner));
    const parts = toCorrect(await allParts(owner));
    const [first, second] = [parts.slice(0, MOST_PARTS), parts.slice(MOST_PARTS, 2 * MOST_PARTS)];
    const sent = await correctParts(owner, { ...RANGE, reason, parts: first });
    expect(sent).toMatchObject({ changed: false, done: { calls: MOST_PARTS * PART_CALLS } });
    // The answer was lost: the same is asked for again, and then the rest.
    const again = await correctParts(owner, { ...RANGE, reason, parts: first });
    expect(again).toMatchObject({ changed: false, done: { corrected: 0, added: [] } });
    await correctParts(owner, { ...RANGE, reason, parts: second });
    // Or it is begun anew.
    const left = toCorrect(await allParts(owner)).filter(({ corrected }) => corrected > 0);
    expect(left).toHaveLength(2);
    await correctParts(owner, { ...RANGE, reason, parts: left });
    const corrections = await correctionsOf(owner);
    expect(corrections).toHaveLength(count - 2);
    expect(new Set(corrections.map(({ correctsId }) => correctsId)).size).toBe(count - 2);
    expect(Number(await costOf(owner))).toBeCloseTo(before * 3, 9);
    expect(await recalculate(owner, { ...RANGE, reason: "again" })).toMatchObject({
      corrected: 0,
      added: [],
    });
  });

  test("tells how far it is", async () => {
    const owner = await withCalls(count);
    const seen: number[] = [];
    await previewRecalculation(owner, RANGE, ({ calls }) => seen.push(calls));
    expect(seen).toEqual([10 * PART_CALLS, count]);
    const done: number[] = [];
    const whole = await recalculate(owner, { ...RANGE, reason }, ({ calls }) => done.push(calls));
    expect(done.slice(0, 3)).toEqual([PART_CALLS, 2 * PART_CALLS, 3 * PART_CALLS]);
    expect(done.at(-1)).toBe(whole.calls);
  });
});

test("two who click at once correct each call once, and the chain holds", async () => {
  const owner = await newOwner();
  const rate = makeRate({
    ...{ ...MODEL, currency: "USD", validFrom: "2025-01-01", version: "charged" },
    perMillion: { input: "1", output: "2" },
  });
  for (let n = 1; n <= 20; n++) await recordCall(owner, { ...MODEL, at: day(1), rate, usage: { input: n } });
  await price(owner, "3");
  const parts = toCorrect(await allParts(owner));
  const clicks = await Promise.all([1, 2, 3, 4].map(() => correctParts(owner, { ...RANGE, reason, parts })));
  expect(clicks.map(({ changed }) => changed)).toEqual([false, false, false, false]);
  expect(clicks.map(({ done }) => done.corrected).toSorted()).toEqual([0, 0, 0, 20]);
  expect(await correctionsOf(owner)).toHaveLength(20);
  expect(await costOf(owner)).toBe("0.00063");
  expect(await chainHolds(owner)).toBe(true);
});

describe("what would do other than was seen is left, and all after it", () => {
  test("because the price changed meanwhile", async () => {
    const owner = await withCalls(3 * PART_CALLS);
    const [first, ...rest] = toCorrect(await allParts(owner));
    if (!first) throw new Error("there is no part");
    await correctParts(owner, { ...RANGE, reason, parts: [first] });
    const cost = await costOf(owner);
    await price(owner, "5");
    const stopped = await correctParts(owner, { ...RANGE, reason, parts: rest });
    expect(stopped).toEqual({
      changed: true,
      done: { calls: 0, corrected: 0, priced: 0, unpriced: 0, added: [] },
    });
    expect(await costOf(owner)).toBe(cost);
    const parts = toCorrect(await allParts(owner));
    expect(await correctParts(owner, { ...RANGE, reason, parts })).toMatchObject({
      changed: false,
      done: { calls: 3 * PART_CALLS },
    });
  });

  test("because a call came in between that began earlier", async () => {
    const owner = await withCalls(PART_CALLS);
    const parts = toCorrect(await allParts(owner));
    const late = { ...MODEL, id: firstIdAt(day(20)), at: day(20), rate: null, usage: { input: 5 } };
    await recordCall(owner, late);
    expect(await correctParts(owner, { ...RANGE, reason, parts })).toMatchObject({ changed: true });
    expect(await correctionsOf(owner)).toEqual([]);
  });
});

test("each part says in the audit who corrected how many, and why", async () => {
  const owner = await withCalls(PART_CALLS + 1);
  const parts = toCorrect(await allParts(owner));
  await correctParts(owner, { ...RANGE, reason, parts });
  const audit = await owner.db.execute<{ actor_id: string; after: Record<string, unknown> }>(sql`
    select actor_id, after from audit where team_id = ${owner.actor.teamId} and action = 'price.recalculated'
      order by id`);
  expect([...audit].map((row) => [row.actor_id, row.after.reason, row.after.calls])).toEqual([
    [owner.actor.personId, reason, PART_CALLS],
    [owner.actor.personId, reason, 1],
  ]);
});

test("it needs a reason, few parts, and the right to set prices; another team's calls stay as they are", async () => {
  const [owner, other] = [await withCalls(5), await withCalls(5)];
  const parts = toCorrect(await allParts(owner));
  const member = await (await newTeam(database.db)).as("member");
  await expect(correctParts(member, { ...RANGE, reason, parts })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(lookThrough(member, RANGE, null)).rejects.toMatchObject({ code: "forbidden" });
  for (const wrong of [{ reason: " " }, { parts: [] }, { parts: Array(MOST_PARTS + 1).fill(parts[0]) }]) {
    await expect(correctParts(owner, { ...RANGE, reason, parts, ...wrong })).rejects.toMatchObject({
      code: "invalid_input",
    });
  }
  await correctParts(other, { ...RANGE, reason, parts });
  expect(await correctionsOf(owner)).toEqual([]);
});
