import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { groupMember, teamGroup } from "@/db/schema";
import { decide } from "@/lib/completion/decide";
import { readOffers } from "@/lib/completion/offers";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import { getRouting } from "@/lib/routing/get-routing";
import { saveRouting } from "@/lib/routing/save-routing";
import { tryRouting } from "@/lib/routing/try-routing";
import { viewRouting } from "@/lib/routing/view-routing";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { recordDecision } from "@/tests/support/record-decision";
import type { TestTeam } from "@/tests/support/team";
import { NO_LISTS, policyOf, routingTeam, ruleOf } from "./routing-world";

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

async function newGroup(
  { teamId }: TestTeam,
  name: string,
  { members = [], gone = false }: { members?: Context[]; gone?: boolean } = {},
) {
  const id = newId();
  await database.db.insert(teamGroup).values({ teamId, id, name, ...(gone && { deletedAt: new Date() }) });
  for (const { actor } of members)
    await database.db.insert(groupMember).values({ teamId, groupId: id, personId: actor.personId });
  return id;
}

const forGroup = (groupId: string) => ruleOf({ name: "Theirs", when: { groupId } });
async function save(policy: Partial<RoutingPolicy>) {
  const { version } = await getRouting(owner);
  return saveRouting(owner, { version, policy: policyOf(policy), modes: NO_LISTS });
}

/** As whoever acts in these groups would be answered. */
async function modeOf(context: Context, groupIds: readonly string[]) {
  if (context.actor.kind !== "person") throw new RangeError("a person asks");
  const actor = { ...context.actor, groupIds };
  const { routed } = decide(
    { db: database.db, actor },
    await readOffers(database.db, team.teamId),
    {
      ...{ purpose: "chat", choice: { kind: "mode", mode: "knowledge" }, chatId: null, messageId: null },
      ...{
        prompt: [{ role: "user", content: [{ type: "text", text: "Hello there" }] }],
        signal: AbortSignal.any([]),
      },
    },
    { promptTokens: 10, now: new Date() },
  );
  return { mode: routed?.decision.mode, ruleId: routed?.decision.ruleId };
}

test("a rule for a group holds for whoever is in it, and for nobody else", async () => {
  const member = await team.as("member");
  const groupId = await newGroup(team, "Research", { members: [member] });
  const rule = forGroup(groupId);
  await save({ rules: [rule] });
  expect(await modeOf(member, [newId(), groupId])).toEqual({ mode: "reasoning", ruleId: rule.id });
  expect(await modeOf(member, [newId()])).toEqual({ mode: "knowledge", ruleId: null });
  expect(await modeOf(owner, [])).toEqual({ mode: "knowledge", ruleId: null });
});

test("tried on past questions, it counts those of the group's members, and none once the group is gone", async () => {
  const member = await team.as("member");
  const groupId = await newGroup(team, "Research", { members: [member] });
  const goneId = await newGroup(team, "Gone", { members: [member, owner] });
  await recordDecision(member, { question: "Hello, how are you?" });
  await recordDecision(member, { question: "Hello again." });
  await recordDecision(owner, { question: "Hello, how are you?" });
  const [theirs, everybody] = [forGroup(groupId), forGroup(goneId)];
  const tried = () =>
    tryRouting(owner, {
      wanted: { policy: policyOf({ rules: [theirs, everybody] }), modes: NO_LISTS },
      beforeId: null,
    });
  expect((await tried()).rules).toEqual({ [theirs.id]: 2, [everybody.id]: 1 });
  await save({ rules: [theirs, everybody] });
  await database.db.update(teamGroup).set({ deletedAt: new Date() });
  expect(await tried()).toMatchObject({ questions: 3, rules: {} });
});

test("no rule can speak of another team's group, nor of one that is gone unless it did before", async () => {
  const other = await routingTeam(database.db);
  const theirs = await newGroup(other.team, "Theirs");
  const gone = await newGroup(team, "Gone", { gone: true });
  for (const groupId of [theirs, gone, newId()]) {
    const rule = forGroup(groupId);
    await expect(save({ rules: [rule] })).rejects.toMatchObject({
      code: "invalid_input",
      params: { field: `rules.${rule.id}.groupId`, problem: "group", rule: 1 },
    });
  }
  const stands = forGroup(await newGroup(team, "Ours"));
  await save({ rules: [stands] });
  await database.db.update(teamGroup).set({ deletedAt: new Date() });
  await expect(save({ rules: [stands], quality: 0.5 })).resolves.toMatchObject({
    policy: { rules: [{ when: stands.when }] },
  });
});

test("who writes rules is shown the team's own groups, by name", async () => {
  const other = await routingTeam(database.db);
  await newGroup(other.team, "Theirs");
  await newGroup(team, "Gone", { gone: true });
  const [second, first] = [await newGroup(team, "teachers"), await newGroup(team, "Law")];
  expect((await viewRouting(owner, "en")).groups).toEqual([
    { id: first, name: "Law" },
    { id: second, name: "teachers" },
  ]);
});
