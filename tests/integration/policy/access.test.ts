import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit } from "@/db/schema";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { findUnavailable } from "@/lib/completion/find-unavailable";
import { getPicker } from "@/lib/completion/get-picker";
import { planSummary } from "@/lib/completion/plan-summary";
import type { Context } from "@/lib/context";
import { createGroup } from "@/lib/groups/create-group";
import { newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { getAccess } from "@/lib/policy/get-access";
import { setAccess } from "@/lib/policy/set-access";
import { AccessRule } from "@/lib/router/policy/access";
import { getRouting } from "@/lib/routing/get-routing";
import { saveRouting } from "@/lib/routing/save-routing";
import { newTeam, type TestTeam } from "@/tests/support/team";
import { ChatWorld } from "../chat/chat-world";

const [CHEAP, DEAR] = ["up/gpt-4o-mini", "up/gpt-4o"];
let world: ChatWorld;
let team: TestTeam;
let owner: Context;
let member: Context;
beforeAll(async () => {
  world = await ChatWorld.open(["gpt-4o-mini", "gpt-4o"]);
});
afterAll(() => world.close());
beforeEach(async () => {
  team = await newTeam(world.database.db);
  [owner, member] = [await team.as("owner"), await team.as("member")];
});

const ofMembers = (part: object): AccessRule =>
  AccessRule.parse({ id: newId(), who: { kind: "role", role: "member" }, ...part });
const lay = async (...rules: AccessRule[]) =>
  setAccess(owner, { rules, version: (await getAccess(owner)).version });
const question = (choice: ReplyInput["choice"]): ReplyInput => ({
  ...{ chatId: newId(), parentId: null, answerId: newId(), choice },
  message: { id: newId(), text: "What is a wye?" },
});
const named = (model: string) => question({ kind: "model", model });
async function asked(who: Context, input: ReplyInput) {
  await world.answered(who, input);
  return (await world.messageOf(who, input)).metadata;
}

describe("who may", () => {
  test.each(ROLES)("a %s reads and writes the rules exactly if the table says so", async (role) => {
    const context = await team.as(role);
    const { version } = await getAccess(owner);
    const acts = [() => getAccess(context), () => setAccess(context, { rules: [], version })];
    for (const act of acts) {
      if (isAllowed(context.actor, "policy:write")) await act();
      else await expect(act()).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("another team's group is not found, and its rules are its own", async () => {
    const other = await newTeam(world.database.db);
    const group = await createGroup(await other.as("owner"), "Class 7");
    await expect(lay(ofMembers({ who: { kind: "group", groupId: group.id } }))).rejects.toMatchObject({
      code: "not_found",
    });
    await lay(ofMembers({ deny: [DEAR] }));
    expect((await getAccess(await other.as("owner"))).rules).toEqual([]);
    expect(await asked(await other.as("member"), named(DEAR))).toMatchObject({ status: "complete" });
  });

  test("two who change them at once: the second is told", async () => {
    const { version } = await getAccess(owner);
    await setAccess(owner, { rules: [ofMembers({ deny: [DEAR] })], version });
    await expect(setAccess(owner, { rules: [], version })).rejects.toMatchObject({ code: "conflict" });
  });
});

test("a change in the middle of a conversation holds from the next question on, for those of whom it speaks", async () => {
  const first = named(DEAR);
  expect(await asked(member, first)).toMatchObject({ status: "complete" });
  await lay(ofMembers({ deny: [DEAR] }));
  const next = { ...named(DEAR), chatId: first.chatId, parentId: first.answerId };
  expect(await asked(member, next)).toMatchObject({
    status: "failed",
    error: { code: "model_not_permitted" },
  });
  expect(await asked(owner, named(DEAR))).toMatchObject({ status: "complete" });
  await lay();
  expect(
    await asked(member, { ...named(DEAR), chatId: first.chatId, parentId: next.answerId }),
  ).toMatchObject({
    status: "complete",
  });
});

test("a mode, a summary and the picker choose only among what is open, and a search says why the rest is not", async () => {
  await lay(ofMembers({ allow: [CHEAP] }));
  for (const mode of ["auto", "knowledge", "reasoning"] as const)
    expect(await asked(member, question({ kind: "mode", mode }))).toMatchObject({ model: CHEAP });
  expect((await planSummary(member, { kind: "mode", mode: "auto" }, 100_000)).choice).toEqual({
    kind: "model",
    model: CHEAP,
  });
  expect((await getPicker(member, "en")).models.map(({ name }) => name)).toEqual([CHEAP]);
  const { models, ask } = await findUnavailable(member, "gpt-4o", "en");
  expect(models.find(({ name }) => name === "openai/gpt-4o")?.reason).toBe("role");
  expect(ask.length).toBeGreaterThan(0);
});

test("a mode that is closed answers nothing and shows why, and Auto takes the other", async () => {
  await lay(ofMembers({ modes: { reasoning: "deny" } }));
  expect(await asked(member, question({ kind: "mode", mode: "reasoning" }))).toMatchObject({
    ...{ status: "failed", error: { code: "mode_not_permitted" } },
  });
  const proof = question({ kind: "mode", mode: "auto" });
  const prove = "Prove that there are infinitely many primes, step by step.";
  expect(await asked(member, { ...proof, message: { id: newId(), text: prove } })).toMatchObject({
    status: "complete",
    mode: "knowledge",
  });
  const shown = (await getPicker(member, "en")).modes.find(({ mode }) => mode === "reasoning");
  expect(shown).toMatchObject({ model: null, reason: { code: "mode_not_permitted" } });
});

test("a rule of a group speaks of its members alone, and opens nothing that another rule denies", async () => {
  const group = await createGroup(owner, "Physics");
  const inGroup: Context =
    member.actor.kind === "person" ? { ...member, actor: { ...member.actor, groupIds: [group.id] } } : member;
  const ofGroup = (part: object) => ofMembers({ who: { kind: "group", groupId: group.id }, ...part });
  await lay(ofMembers({ who: { kind: "everyone" }, allow: [CHEAP] }), ofGroup({ allow: [DEAR] }));
  expect(await asked(member, named(DEAR))).toMatchObject({ error: { code: "model_not_permitted" } });
  expect(await asked(inGroup, named(DEAR))).toMatchObject({ status: "complete" });
  await lay(ofMembers({ deny: [DEAR] }), ofGroup({ allow: [DEAR] }));
  expect(await asked(inGroup, named(DEAR))).toMatchObject({ error: { code: "model_not_permitted" } });
});

test("saving the routing leaves the rules, a vendor alone is all of its models, and each change is in the audit", async () => {
  await lay(ofMembers({ deny: ["up"] }));
  const { policy, modes, version } = await getRouting(owner);
  await saveRouting(owner, { version, modes, policy: { ...policy, quality: 0.5, access: [] } });
  const [rule] = (await getAccess(owner)).rules;
  expect(rule?.deny).toEqual(["up/*"]);
  const rows = await owner.db.select().from(audit).where(eq(audit.teamId, team.teamId)).orderBy(audit.id);
  expect(rows.map(({ action }) => action)).toEqual(["access.set", "routing.set"]);
  expect(rows[0]).toMatchObject({ before: [], after: [rule] });
});
