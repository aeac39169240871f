import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, chat, message } from "@/db/schema";
import type { Context } from "@/lib/context";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import { DRY_RUN_PAGE, tryRouting } from "@/lib/routing/try-routing";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { recordDecision } from "@/tests/support/record-decision";
import type { TestTeam } from "@/tests/support/team";
import { NO_LISTS, policyOf, rateOf, routingTeam, ruleOf } from "./routing-world";

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

const tried = (policy: Partial<RoutingPolicy>, modes = NO_LISTS, beforeId: string | null = null) =>
  tryRouting(owner, { wanted: { policy: policyOf(policy), modes }, beforeId });
const usage = { input: 1000, output: 200 };
const call = { rate: rateOf("USD", "1", "2"), usage };
const HELLO = "Hello, how are you?";
const KNOWLEDGE = { model: "openai/gpt-4o-mini", mode: "knowledge" };
const REASONING = { model: "openai/o4-mini", mode: "reasoning" };

test.each(ROLES)("a %s may try it exactly if they may change it", async (role) => {
  const context = await team.as(role);
  const trying = tryRouting(context, { wanted: { policy: policyOf({}), modes: NO_LISTS }, beforeId: null });
  if (isAllowed(context.actor, "mode:write")) await expect(trying).resolves.toMatchObject({ questions: 0 });
  else await expect(trying).rejects.toMatchObject({ code: "forbidden" });
});

test("nothing changed changes nothing: it would have cost what it cost, to the last digit", async () => {
  await recordDecision(owner, { question: HELLO, call });
  await recordDecision(owner, { question: HELLO, call: { ...call, rate: rateOf("CNY", "0.000001", "3") } });
  const costs = [
    { currency: "CNY", amount: "0.000600001" },
    { currency: "USD", amount: "0.0014" },
  ];
  expect(await tried({})).toMatchObject({
    ...{ questions: 2, gone: 0, changes: [], compared: 2, estimated: 0 },
    ...{ actual: costs, wouldBe: costs, nextBeforeId: null },
  });
});

test("a rule counts the questions it takes, what they go to, and their estimates", async () => {
  const rule = ruleOf({ when: { matches: "invoice \\d+" } });
  await recordDecision(owner, { question: "Where is Invoice 12?", call });
  await recordDecision(owner, { question: "Where is invoice 7?", call });
  await recordDecision(owner, { question: HELLO, call });
  const run = await tried({ rules: [rule] });
  expect(run).toMatchObject({
    questions: 3,
    changes: [{ from: KNOWLEDGE, to: REASONING, questions: 2 }],
    rules: { [rule.id]: 2 },
    compared: 3,
    estimated: 2,
    actual: [{ currency: "USD", amount: "0.0042" }],
  });
  expect(Number(run.wouldBe[0]?.amount)).toBeGreaterThan(0.0042);
  expect(JSON.stringify(run)).not.toMatch(/invoice|hello/i);
});

test("an expression that is tried on what people wrote is written down, with who tried it", async () => {
  await tried({ rules: [ruleOf({ when: { matches: "salary" } }), ruleOf({ when: { images: true } })] });
  await tried({ quality: 0.5 });
  const rows = await database.db.select().from(audit).where(eq(audit.teamId, owner.actor.teamId));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    ...{ action: "routing.try", actorId: owner.actor.personId, after: { expressions: ["salary"] } },
  });
});

test("a list of models tried is a list of who would have answered", async () => {
  await recordDecision(owner, { question: HELLO, call });
  expect((await tried({}, { ...NO_LISTS, knowledge: ["openai/gpt-4o"] })).changes).toEqual([
    { from: KNOWLEDGE, to: { model: "openai/gpt-4o", mode: "knowledge" }, questions: 1 },
  ]);
});

test("a policy that leaves nobody says for how many", async () => {
  await recordDecision(owner, { question: HELLO, call });
  expect(await tried({ residency: "local" })).toMatchObject({
    changes: [{ from: KNOWLEDGE, to: null, questions: 1 }],
    compared: 0,
    actual: [],
    wouldBe: [],
  });
});

test("a question that is blocked for the model that was named is one nobody answers", async () => {
  await recordDecision(owner, {
    question: HELLO,
    choice: { kind: "model", model: "openai/gpt-4o" },
    mode: null,
    model: "gpt-4o",
  });
  expect((await tried({ blocked: ["openai/gpt-4o"] })).changes).toEqual([
    { from: { model: "openai/gpt-4o", mode: null }, to: null, questions: 1 },
  ]);
});

test("a follow-up is judged with what came before it", async () => {
  const earlier = [
    { text: "Prove that there are infinitely many primes.", mode: "reasoning", model: "openai/o4-mini" },
  ] as const;
  await recordDecision(owner, { question: "why?", earlier, mode: "reasoning", model: "o4-mini" });
  await recordDecision(owner, { question: "why?" });
  const list = { ...NO_LISTS, reasoning: ["openai/gpt-4o"] };
  expect((await tried({}, list)).changes).toEqual([
    { from: REASONING, to: { model: "openai/gpt-4o", mode: "reasoning" }, questions: 1 },
  ]);
});

describe("a question whose text is gone", () => {
  const gone = async () => expect(await tried({})).toMatchObject({ questions: 1, gone: 1, compared: 0 });

  test("with its message", async () => {
    const { chatId } = await recordDecision(owner, { question: HELLO, call });
    await database.db.update(message).set({ deletedAt: new Date() }).where(eq(message.chatId, chatId));
    await gone();
  });

  test("with its chat", async () => {
    const { chatId } = await recordDecision(owner, { question: HELLO, call });
    await database.db.update(chat).set({ deletedAt: new Date() }).where(eq(chat.id, chatId));
    await gone();
  });

  test("for good", async () => {
    const { chatId } = await recordDecision(owner, { question: HELLO, call });
    await database.db.delete(chat).where(eq(chat.id, chatId));
    await gone();
  });
});

test("what has no price is in neither sum", async () => {
  await recordDecision(owner, { question: HELLO, call: { rate: null, usage } });
  expect(await tried({})).toMatchObject({ questions: 1, compared: 0, actual: [], wouldBe: [] });
});

test("another team's questions are never looked at", async () => {
  const other = await routingTeam(database.db);
  await recordDecision(other.owner, { question: HELLO, call });
  expect(await tried({ residency: "local" })).toMatchObject({ questions: 0, changes: [], since: null });
});

test("what could not be saved cannot be tried", async () => {
  const wrong = ruleOf({ when: { matches: "(" } });
  await expect(tried({ rules: [wrong] })).rejects.toMatchObject({
    params: { problem: "open-group", rule: 1 },
  });
});

test("pages together are every question once, the newest first", async () => {
  const ids: string[] = [];
  for (let nth = 0; nth < DRY_RUN_PAGE + 3; nth += 1)
    ids.unshift((await recordDecision(owner, { question: HELLO })).id);
  const first = await tried({});
  expect(first).toMatchObject({ questions: DRY_RUN_PAGE, nextBeforeId: ids[DRY_RUN_PAGE - 1] });
  expect(await tried({}, NO_LISTS, first.nextBeforeId)).toMatchObject({ questions: 3, nextBeforeId: null });
});
