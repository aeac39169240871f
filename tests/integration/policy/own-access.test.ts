import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { membership } from "@/db/schema";
import { getPicker } from "@/lib/completion/get-picker";
import type { Context } from "@/lib/context";
import { createGroup } from "@/lib/groups/create-group";
import { newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { getAccess } from "@/lib/policy/get-access";
import { getOwnAccess } from "@/lib/policy/get-own-access";
import { setAccess } from "@/lib/policy/set-access";
import { AccessRule } from "@/lib/router/policy/access";
import { newTeam, type TestTeam } from "@/tests/support/team";
import { ChatWorld } from "../chat/chat-world";

const DEAR = "up/gpt-4o";
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

const rule = (who: AccessRule["who"], part: object): AccessRule =>
  AccessRule.parse({ id: newId(), who, ...part });
const lay = async (...rules: AccessRule[]) =>
  setAccess(owner, { rules, version: (await getAccess(owner)).version });
const offered = async (context: Context) => (await getPicker(context, "en")).total;
const inGroup = (context: Context, groupId: string): Context =>
  context.actor.kind === "person"
    ? { ...context, actor: { ...context.actor, groupIds: [groupId] } }
    : context;

test("each sees the rules that speak of them and no others, what these leave, and whom to ask", async () => {
  const group = await createGroup(owner, "Physics");
  const everyone = rule({ kind: "everyone" }, { modes: { reasoning: "deny" } });
  const ofMembers = rule({ kind: "role", role: "member" }, { deny: [DEAR] });
  const ofGroup = rule({ kind: "group", groupId: group.id }, { allow: ["up/*"] });
  const ofGuests = rule({ kind: "role", role: "guest" }, { allow: ["secret/*"] });
  await lay(everyone, ofMembers, ofGroup, ofGuests);
  const all = await offered(owner);
  expect(await getOwnAccess(member)).toMatchObject({
    rules: [
      { id: everyone.id, who: { kind: "everyone" }, modes: { reasoning: "deny" } },
      { id: ofMembers.id, who: { kind: "role", role: "member" }, deny: [DEAR] },
    ],
    modes: [
      { mode: "knowledge", open: true },
      { mode: "reasoning", open: false },
      { mode: "auto", open: true },
    ],
    models: { open: all - 1, closed: [DEAR] },
    ask: [expect.stringMatching(/^owner /)],
  });
  expect(await offered(member)).toBe(all - 1);
  const { rules } = await getOwnAccess(inGroup(member, group.id));
  expect(rules.map(({ who }) => who)).toEqual([
    { kind: "everyone" },
    { kind: "role", role: "member" },
    { kind: "group", name: "Physics" },
  ]);
});

test("who is spoken of by no rule has everything open", async () => {
  await lay(rule({ kind: "role", role: "guest" }, { deny: ["*"] }));
  expect(await getOwnAccess(member)).toMatchObject({
    rules: [],
    models: { open: await offered(member), closed: [] },
  });
  expect((await getOwnAccess(await team.as("guest"))).models).toMatchObject({ open: 0 });
});

test("whom to ask are owners before administrators, few, and none who is suspended", async () => {
  for (const role of ["administrator", "administrator", "administrator", "member"] as const)
    await team.as(role);
  expect((await getOwnAccess(member)).ask.map((name) => name.split(" ")[0])).toEqual([
    "owner",
    "administrator",
    "administrator",
  ]);
  await owner.db
    .update(membership)
    .set({ suspendedAt: new Date() })
    .where(eq(membership.personId, owner.actor.personId));
  expect((await getOwnAccess(member)).ask.every((name) => name.startsWith("administrator "))).toBe(true);
});

test("another team's rules, groups and people are in nobody's answer", async () => {
  const other = await newTeam(world.database.db);
  await lay(rule({ kind: "everyone" }, { deny: [DEAR] }));
  const theirs = await other.as("member");
  expect(await getOwnAccess(theirs)).toMatchObject({
    ...{ rules: [], ask: [] },
    models: { open: await offered(theirs), closed: [] },
  });
});

test.each(ROLES)("a %s sees their own rules exactly if the table says so", async (role) => {
  const context = await team.as(role);
  if (isAllowed(context.actor, "policy:read")) expect((await getOwnAccess(context)).rules).toEqual([]);
  else await expect(getOwnAccess(context)).rejects.toMatchObject({ code: "forbidden" });
});
