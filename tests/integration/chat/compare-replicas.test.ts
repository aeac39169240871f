import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { getConversation } from "@/lib/chat/get-conversation";
import { reapRuns } from "@/lib/chat/reap-runs";
import type { ReplyInput } from "@/lib/chat/reply-input";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { HELD_AT, HELD_TEXT, question, ReplicaWorld, TEXT } from "./replica-world";
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

/** Three answers to one question, of which the browser's requests reach both replicas. */
function compare(): [ReplyInput, ReplyInput, ReplyInput] {
  const first = question();
  const id = newId();
  const at = (place: number): ReplyInput => ({
    ...first,
    answerId: newId(),
    comparison: { id, place },
  });
  return [at(0), at(1), at(2)];
}

async function statusesOf(who: Context, { chatId }: ReplyInput) {
  const { messages } = await getConversation(who, chatId);
  const last = messages.at(-1);
  const all = last ? [last, ...(last.metadata?.compared ?? [])] : [];
  return all.map(({ metadata }) => metadata?.status);
}

test("each is followed on either replica, goes on after a refresh, and is stopped from either", async () => {
  const who = await world.member();
  const [left, middle, right] = compare();
  const begun = await Promise.all([one.start(who, left), two.start(who, middle), one.start(who, right)]);
  for (const each of begun) await each.reached(HELD_AT);
  const elsewhere = await Promise.all(
    [left, middle, right].map(({ chatId, answerId }, nth) =>
      (nth === 1 ? one : two).follow(who, chatId, { answer: answerId, after: 0 }),
    ),
  );
  for (const each of elsewhere) {
    await each?.reached(HELD_AT);
    expect(each?.text).toBe(HELD_TEXT);
  }
  expect(await one.stop(who, middle.chatId, middle.answerId)).toBe(true);
  world.release();
  await Promise.all([...begun, ...elsewhere].map((each) => each?.ended));
  expect(begun.map(({ text }) => text)).toEqual([TEXT, HELD_TEXT, TEXT]);
  expect(elsewhere.map((each) => each?.text)).toEqual([TEXT, HELD_TEXT, TEXT]);
  expect(await statusesOf(who, left)).toEqual(["complete", "stopped", "complete"]);
  expect(await world.chatRows(who)).toHaveLength(3);
});

test("Stop on one replica stops what is written on both", async () => {
  const who = await world.member();
  const [left, middle, right] = compare();
  const begun = await Promise.all([one.start(who, left), two.start(who, middle), two.start(who, right)]);
  for (const each of begun) await each.reached(HELD_AT);
  expect(await one.stop(who, left.chatId)).toBe(true);
  await Promise.all(begun.map(({ ended }) => ended));
  expect(await statusesOf(who, left)).toEqual(["stopped", "stopped", "stopped"]);
  expect(await one.stop(who, left.chatId)).toBe(false);
});

test("of a replica that is killed its answer is interrupted, and the other's goes on", async () => {
  const who = await world.member();
  const [left, middle] = compare();
  const doomed = await world.replica();
  const begun = await Promise.all([one.start(who, left), doomed.start(who, middle)]);
  for (const each of begun) await each.reached(HELD_AT);
  await doomed.kill();
  world.release();
  await begun[0].ended;
  await world.letTimePass(who);
  await reapRuns(world.database.db);
  await reapRuns(world.database.db);
  expect(await statusesOf(who, left)).toEqual(["complete", "interrupted"]);
});
