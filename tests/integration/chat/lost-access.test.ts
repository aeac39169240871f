import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { suspendPerson } from "@/lib/admin/suspend-person";
import { suspendTeam } from "@/lib/admin/suspend-team";
import type { Context } from "@/lib/context";
import { changeRole } from "@/lib/members/change-role";
import { leaveTeam } from "@/lib/members/leave-team";
import { removeMember } from "@/lib/members/remove-member";
import { suspendMember } from "@/lib/members/suspend-member";
import { asInstance, newMember } from "../../support/team";
import { HELD_AT, question, ReplicaWorld, TEXT } from "./replica-world";
import type { Replica } from "./start-replica";

let world: ReplicaWorld;
let one: Replica;
let two: Replica;
beforeAll(async () => {
  world = await ReplicaWorld.open();
  [one, two] = await Promise.all([world.replica(), world.replica()]);
});
afterAll(() => world.close());
beforeEach(() => world.hold());
afterEach(() => world.release());

const ownerOf = ({ actor }: Context) => newMember(world.database.db, actor.teamId, "owner");

const administrator = () => asInstance(world.database.db);

test.each([
  [
    "shut out of the instance",
    (_owner: Context, { actor: { personId } }: Context) =>
      suspendPerson(administrator(), { personId, suspended: true }),
  ],
  [
    "in a team that is shut",
    (_owner: Context, { actor: { teamId } }: Context) =>
      suspendTeam(administrator(), { teamId, suspended: true }),
  ],
  ["suspended", (owner: Context, { actor }: Context) => suspendMember(owner, actor.personId)],
  ["removed", (owner: Context, { actor }: Context) => removeMember(owner, actor.personId)],
  ["gone by themselves", (_owner: Context, who: Context) => leaveTeam(who)],
])(
  "of a member who is %s every open stream ends, on each replica, and the answer stops",
  async (_how, act) => {
    const [who, input] = [await world.member(), question()];
    const owner = await ownerOf(who);
    const own = await one.start(who, input);
    const other = await two.follow(who, input.chatId);
    await Promise.all([own.reached(HELD_AT), other?.reached(HELD_AT)]);
    await act(owner, who);
    // Nothing lets the vendor go on: what ends them is that they may not be read any more.
    await Promise.allSettled([own.ended, other?.ended]);
    expect(own.text).not.toBe(TEXT);
    await expect.poll(async () => (await world.answerOf(who, input)).metadata?.status).toBe("stopped");
    expect(await world.chatRows(who)).toMatchObject([{ outcome: "stopped" }]);
  },
);

test("a member who is made one that may not chat loses the stream in the middle, and a neighbour keeps theirs", async () => {
  const [who, input] = [await world.member(), question()];
  const owner = await ownerOf(who);
  const neighbour = await newMember(world.database.db, who.actor.teamId, "member");
  const [own, theirs] = [await one.start(who, input), await one.start(neighbour, question())];
  await Promise.all([own.reached(HELD_AT), theirs.reached(HELD_AT)]);
  await changeRole(owner, { personId: who.actor.personId, role: "administrator" });
  await changeRole(owner, { personId: who.actor.personId, role: "guest" });
  await Promise.allSettled([own.ended]);
  expect(own.metadata).toBeNull();
  world.release();
  await theirs.ended;
  expect(theirs.text).toBe(TEXT);
});
