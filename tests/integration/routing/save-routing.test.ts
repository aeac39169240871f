import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema";
import type { Context } from "@/lib/context";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { DEFAULT_POLICY, type RoutingPolicy } from "@/lib/router/policy/policy";
import { getRouting } from "@/lib/routing/get-routing";
import { saveRouting } from "@/lib/routing/save-routing";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import type { TestTeam } from "@/tests/support/team";
import { connect, NO_LISTS, policyOf, routingTeam, ruleOf } from "./routing-world";

let database: FreshDatabase;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function newOwner(): Promise<Context> {
  ({ team, owner } = await routingTeam(database.db));
  return owner;
}

async function save(context: Context, policy: Partial<RoutingPolicy>, modes = NO_LISTS) {
  const { version } = await getRouting(context);
  return saveRouting(context, { version, policy: policyOf(policy), modes });
}
const audits = ({ db, actor }: Context) =>
  db.select().from(audit).where(eq(audit.teamId, actor.teamId)).orderBy(desc(audit.id));

describe("who may", () => {
  test.each(ROLES)("a %s may change it, and see it, exactly if the table says so", async (role) => {
    owner = await newOwner();
    const context = await team.as(role);
    const { version } = await getRouting(owner);
    const saving = saveRouting(context, { version, policy: policyOf({ quality: 0.5 }), modes: NO_LISTS });
    if (isAllowed(context.actor, "mode:write")) {
      await expect(saving).resolves.toMatchObject({ policy: { quality: 0.5 } });
      await expect(getRouting(context)).resolves.toMatchObject({ policy: { quality: 0.5 } });
    } else {
      await expect(saving).rejects.toMatchObject({ code: "forbidden" });
      await expect(getRouting(context)).rejects.toMatchObject({ code: "forbidden" });
      expect((await getRouting(owner)).policy).toEqual(DEFAULT_POLICY);
    }
  });

  test("what one team says is not another's", async () => {
    owner = await newOwner();
    const { owner: other } = await routingTeam(database.db);
    await save(owner, { whenUnsure: "reasoning" }, { ...NO_LISTS, knowledge: ["openai/gpt-4o"] });
    expect(await getRouting(other)).toMatchObject({ policy: DEFAULT_POLICY, modes: NO_LISTS });
  });
});

describe("saving", () => {
  test("a policy and the lists of both modes stand together, each change in the audit with what was before", async () => {
    owner = await newOwner();
    const first = await save(owner, { quality: 0.25 }, { knowledge: ["OpenAI/GPT-4o"], reasoning: null });
    expect(first).toMatchObject({
      policy: policyOf({ quality: 0.25 }),
      modes: { knowledge: ["openai/gpt-4o"], reasoning: null },
    });
    expect(await getRouting(owner)).toEqual(first);
    await save(owner, { quality: 0.75 });
    const rows = await audits(owner);
    expect(rows.map(({ action }) => action)).toEqual([
      "mode.reset",
      "routing.set",
      "mode.set",
      "routing.set",
    ]);
    expect(rows[0]).toMatchObject({
      target: "knowledge",
      before: { models: ["openai/gpt-4o"] },
      after: null,
    });
    expect(rows[1]).toMatchObject({ before: { quality: 0.25 }, after: { quality: 0.75 } });
    expect(rows.every(({ actorId }) => actorId === owner.actor.personId)).toBe(true);
  });

  test("what changes nothing leaves no trace", async () => {
    owner = await newOwner();
    await save(owner, {});
    expect(await audits(owner)).toEqual([]);
  });

  test("of two people who change the same version one is told, and nothing of theirs is kept", async () => {
    owner = await newOwner();
    const other = await team.as("administrator");
    const { version } = await getRouting(owner);
    const change = (context: Context, quality: number) =>
      saveRouting(context, { version, policy: policyOf({ quality }), modes: NO_LISTS });
    const results = await Promise.allSettled([change(owner, 0.1), change(other, 0.9)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict" });
    expect(await audits(owner)).toHaveLength(1);
    const [kept] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect((await getRouting(owner)).policy.quality).toBe(kept?.policy.quality);
  });

  test("a list that the command line sets meanwhile is not overwritten", async () => {
    owner = await newOwner();
    const { version } = await getRouting(owner);
    await setModeModels(owner, { mode: "reasoning", models: ["openai/o4-mini"] });
    const saving = saveRouting(owner, { version, policy: policyOf({ quality: 0.5 }), modes: NO_LISTS });
    await expect(saving).rejects.toMatchObject({ code: "conflict" });
    expect((await getRouting(owner)).modes.reasoning).toEqual(["openai/o4-mini"]);
  });

  test("undoing puts back what was there, to the letter", async () => {
    owner = await newOwner();
    const before = await save(owner, { rules: [ruleOf({})] }, { ...NO_LISTS, reasoning: ["openai/o4-mini"] });
    const after = await save(owner, { residency: "local" });
    const undone = await saveRouting(owner, { ...before, version: after.version });
    expect(undone).toEqual(before);
  });
});

describe("what is refused", () => {
  const refusal = async (policy: Partial<RoutingPolicy>, modes = NO_LISTS): Promise<unknown> => {
    owner = await newOwner();
    const error = await save(owner, policy, modes).then(
      () => null,
      (caught: unknown) => caught,
    );
    expect(await getRouting(owner)).toMatchObject({ policy: DEFAULT_POLICY, modes: NO_LISTS });
    return error;
  };

  test("an expression that RE2 does not take names its rule and its place", async () => {
    const [good, bad] = [ruleOf({}), ruleOf({ name: "Cases", when: { matches: "a(?=b)" } })];
    expect(await refusal({ rules: [good, bad] })).toMatchObject({
      code: "invalid_input",
      params: {
        field: `rules.${bad.id}.matches`,
        rule: 2,
        name: "Cases",
        problem: "unsupported",
        position: 2,
      },
    });
  });

  test("a model that is not connected, in a rule and in a list", async () => {
    // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
    const bad = ruleOf({ then: { model: "openai/gpt-99" } });
    expect(await refusal({ rules: [bad] })).toMatchObject({
      code: "invalid_input",
      params: { field: `rules.${bad.id}.model`, problem: "model", model: "openai/gpt-99" },
    });
    expect(await refusal({}, { ...NO_LISTS, knowledge: ["openai/gpt-4o", "x/y"] })).toMatchObject({
      params: { field: "modes.knowledge", problem: "model", model: "x/y" },
    });
  });

  test.each([
    ["a rule without a condition", { rules: [ruleOf({ when: {} })] }, "no-condition"],
    // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
    ["a rule that does nothing", { rules: [ruleOf({ then: {} })] }, "no-consequence"],
    ["a policy that allows no model", { allowed: [] }, "nothing-allowed"],
  ] satisfies [string, Partial<RoutingPolicy>, string][])("%s", async (_name, policy, problem) => {
    expect(await refusal(policy)).toMatchObject({ params: { problem } });
  });

  test.each([
    ["a threshold that decides everything", { threshold: 1 }],
    ["a ceiling that is no amount", { ceiling: { amount: "1e3", currency: "USD" } }],
    ["an unknown word", { residency: "moon" }],
  ])("%s", async (_name, policy) => {
    expect(await refusal(policy as Partial<RoutingPolicy>)).toMatchObject({ code: "invalid_input" });
  });
});

test("a list's model whose provider is away may stay, and a new one may not come", async () => {
  owner = await newOwner();
  await save(owner, {}, { ...NO_LISTS, knowledge: ["openai/gpt-4o", "openai/gpt-4o-mini"] });
  await connect(database.db, team.teamId, ["gpt-4o-mini"]);
  const kept = await save(
    owner,
    { quality: 0.5 },
    { ...NO_LISTS, knowledge: ["openai/gpt-4o-mini", "openai/gpt-4o"] },
  );
  expect(kept.modes.knowledge).toEqual(["openai/gpt-4o-mini", "openai/gpt-4o"]);
  const adding = save(owner, {}, { knowledge: kept.modes.knowledge, reasoning: ["openai/o4-mini"] });
  await expect(adding).rejects.toMatchObject({ code: "invalid_input" });
});
