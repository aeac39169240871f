import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { firstIdAt, newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { reportDecisions } from "@/lib/routing/report-decisions";
import { correctCall } from "@/tests/support/correct-call";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { recordCall } from "@/tests/support/record-call";
import { recordDecision } from "@/tests/support/record-decision";
import type { TestTeam } from "@/tests/support/team";
import { rateOf, routingTeam } from "./routing-world";

let database: FreshDatabase;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ team, owner } = await routingTeam(database.db));
});

const report = () => reportDecisions(owner, 30);
const usage = { input: 1_000, output: 100 };
/** Of 0.0012 USD. */
const call = { rate: rateOf("USD", "1", "2"), usage };
const alternative = (
  costPico: string | null,
  currency: string | null = "USD",
  mode: "knowledge" | "reasoning" = "reasoning",
) => ({
  ...{ provider: "openai", model: "o4-mini", mode, effort: null, inputTokens: 1, outputTokens: 1 },
  ...{ costPico, currency, ms: null },
});
const override = { mode: "reasoning", model: null, messageId: newId() } as const;

test.each(ROLES)("a %s may read it exactly if they may change the routing", async (role) => {
  const context = await team.as(role);
  const reading = reportDecisions(context, 30);
  if (isAllowed(context.actor, "mode:write")) {
    await expect(reading).resolves.toMatchObject({ questions: 0, estimates: { costs: [], time: null } });
  } else await expect(reading).rejects.toMatchObject({ code: "forbidden" });
});

test("questions are counted by who chose, by mode, by who decided and by kind", async () => {
  await recordDecision(owner, { kind: "proof", mode: "reasoning", thumb: 1 });
  await recordDecision(owner, { kind: "fact", override, overriddenAt: new Date(), thumb: -1 });
  await recordDecision(owner, { kind: "fact", decidedBy: "default" });
  await recordDecision(owner, { kind: null, decidedBy: "rule" });
  await recordDecision(owner, {
    choice: { kind: "mode", mode: "reasoning" },
    mode: "reasoning",
    decidedBy: "person",
  });
  await recordDecision(owner, {
    choice: { kind: "model", model: "openai/gpt-4o" },
    mode: null,
    decidedBy: "person",
  });
  expect(await report()).toMatchObject({
    questions: 6,
    chosen: { auto: 4, knowledge: 0, reasoning: 1, model: 1 },
    auto: {
      questions: 4,
      modes: [
        { mode: "knowledge", questions: 3, overridden: 1, good: 0, bad: 1 },
        { mode: "reasoning", questions: 1, overridden: 0, good: 1, bad: 0 },
      ],
      decidedBy: { classifier: 2, default: 1, rule: 1 },
      kinds: [
        { kind: "fact", questions: 2, overridden: 1 },
        { questions: 1, overridden: 0 },
        { questions: 1, overridden: 0 },
      ],
    },
  });
});

test("what is older than the period is left out, and another team's is never there", async () => {
  const daysAgo = (days: number) => firstIdAt(new Date(Date.now() - days * 86_400_000));
  await recordDecision(owner, { id: daysAgo(29) });
  await recordDecision(owner, { id: daysAgo(31) });
  await recordDecision((await routingTeam(database.db)).owner);
  expect(await report()).toMatchObject({ questions: 1 });
  expect(await reportDecisions(owner, 90)).toMatchObject({ questions: 2 });
});

describe("what Auto saved", () => {
  const saved = async () => (await report()).auto.againstReasoning;

  test("is the estimate of Reasoning less what Knowledge cost, and nothing where Reasoning answered", async () => {
    await recordDecision(owner, { call, notes: { alternatives: [alternative("5000000000")] } });
    await recordDecision(owner, {
      call,
      mode: "reasoning",
      notes: { alternatives: [alternative("1", "USD", "knowledge")] },
    });
    expect(await saved()).toEqual({
      model: null,
      questions: 2,
      sums: [{ currency: "USD", actual: "0.0024", other: "0.0062", saved: "0.0038" }],
    });
  });

  test("stands in each currency by itself", async () => {
    await recordDecision(owner, { call, notes: { alternatives: [alternative("7000000000", "CNY")] } });
    expect((await saved()).sums).toEqual([
      { currency: "CNY", actual: "0", other: "0.007", saved: "0.007" },
      { currency: "USD", actual: "0.0012", other: "0", saved: "-0.0012" },
    ]);
  });

  test("leaves out what is not known both ways, and what Auto did not decide", async () => {
    await recordDecision(owner, { call, notes: { alternatives: [alternative(null, null)] } });
    await recordDecision(owner, { call: null, notes: { alternatives: [alternative("1")] } });
    await recordDecision(owner, { call: { rate: null, usage }, notes: { alternatives: [alternative("1")] } });
    const choice = { kind: "mode", mode: "knowledge" } as const;
    await recordDecision(owner, { call, choice, notes: { alternatives: [alternative("1")] } });
    expect(await saved()).toEqual({ model: null, questions: 0, sums: [] });
  });

  test("counts a correction with its call, and a price that came later", async () => {
    const priced = await recordDecision(owner, {
      call,
      notes: { alternatives: [alternative("5000000000")] },
    });
    const unpriced = await recordDecision(owner, {
      call: { rate: null, usage },
      notes: { alternatives: [alternative("1000000000")] },
    });
    await correctCall(owner, priced.callId, { currency: "USD", costPico: -200_000_000n });
    await correctCall(owner, unpriced.callId, { currency: "USD", costPico: 400_000_000n });
    await correctCall(owner, unpriced.callId, { currency: "USD", costPico: 100_000_000n });
    expect(await saved()).toEqual({
      model: null,
      questions: 2,
      sums: [{ currency: "USD", actual: "0.0015", other: "0.006", saved: "0.0045" }],
    });
  });

  test("against the best model is its price for the tokens that were used", async () => {
    await recordDecision(owner, { call });
    await recordDecision(owner, { call: { ...call, usage: { input: 1_000_000 } } });
    expect((await report()).auto.againstBest).toEqual({
      model: "openai/o4-mini",
      questions: 2,
      // $1.10 and $4.40 a million.
      sums: [{ currency: "USD", actual: "1.0012", other: "1.10154", saved: "0.10034" }],
    });
  });
});

test("failovers are counted by the vendor that failed and what went wrong", async () => {
  const { messageId } = await recordDecision(owner, { call, hops: 3 });
  const failed = { rate: null, usage: {}, messageId };
  await recordCall(owner, { ...failed, vendor: "deepseek", errorCode: "vendor_timeout" });
  await recordCall(owner, { ...failed, vendor: "deepseek", errorCode: "vendor_rate_limited" });
  await recordCall(owner, { ...failed, vendor: "openai", errorCode: "vendor_timeout" });
  await recordDecision(owner, { call });
  const { failovers } = await report();
  expect(failovers.questions).toBe(1);
  expect(failovers.vendors).toEqual([
    {
      vendor: "deepseek",
      calls: 2,
      causes: expect.arrayContaining([
        { code: "vendor_timeout", calls: 1 },
        { code: "vendor_rate_limited", calls: 1 },
      ]),
    },
    { vendor: "openai", calls: 1, causes: [{ code: "vendor_timeout", calls: 1 }] },
  ]);
});

test("estimates stand beside what the same calls cost and took", async () => {
  const estimate = { estimatePico: "1000000000", currency: "USD" };
  await recordDecision(owner, { ...estimate, estimateMs: 100, call: { ...call, durationMs: 300 } });
  await recordDecision(owner, { ...estimate, estimateMs: 100, call: { ...call, durationMs: 100 } });
  await recordDecision(owner, { ...estimate, estimateMs: 100, call: { ...call, durationMs: 50 } });
  await recordDecision(owner, { ...estimate, currency: "CNY", call });
  await recordDecision(owner, { call });
  expect((await report()).estimates).toEqual({
    costs: [{ currency: "USD", questions: 3, estimate: "0.003", actual: "0.0036" }],
    time: { questions: 3, estimateMs: 100, actualMs: 100, ratio: 1 },
  });
});
