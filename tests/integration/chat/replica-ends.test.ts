import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findMessage } from "@/db/queries/messages";
import { reapRuns } from "@/lib/chat/reap-runs";
import { reapCalls } from "@/lib/completion/reap-calls";
import { HELD_AT, HELD_TEXT, question, ReplicaWorld, TEXT } from "./replica-world";
import type { Replica } from "./start-replica";

let world: ReplicaWorld;
let two: Replica;
beforeAll(async () => {
  world = await ReplicaWorld.open();
  two = await world.replica();
});
afterAll(() => world.close());
beforeEach(() => world.hold());
afterEach(() => world.release());

test("a process that is killed in mid-answer leaves what it said, marked and accounted for, and no chat blocked", async () => {
  const [who, input, doomed] = [await world.member(), question(), await world.replica()];
  const own = await doomed.start(who, input);
  await own.reached(HELD_AT);
  const follower = await two.follow(who, input.chatId);
  await follower?.reached(HELD_AT);
  await doomed.kill();
  await expect(own.ended).rejects.toThrow();
  expect(await reapRuns(world.database.db)).toBe(0);
  await world.letTimePass(who);
  expect(await reapCalls(world.database.db)).toBe(0);
  expect(await reapRuns(world.database.db)).toBe(0);
  expect(await reapRuns(world.database.db)).toBe(1);
  expect(await reapCalls(world.database.db)).toBe(1);
  await follower?.ended;
  expect(follower?.text).toBe(HELD_TEXT);
  expect(follower?.metadata).toMatchObject({ status: "interrupted" });
  const kept = await world.answerOf(who, input);
  expect(kept.text).toBe(HELD_TEXT);
  expect(kept.metadata).toMatchObject({ status: "interrupted", model: "up/held", demo: false });
  expect(await world.chatRows(who)).toMatchObject([{ outcome: "interrupted", messageId: input.answerId }]);
  expect((await world.chatRows(who))[0]?.outputTokens).toBeGreaterThan(0);
  world.release();
  const next = await two.start(who, question({ chatId: input.chatId, parentId: input.answerId }));
  await next.ended;
  expect(next.text).toBe(TEXT);
});

test("a dead process's answer can be stopped, and another be begun, before anybody has reaped it", async () => {
  const [who, input, doomed] = [await world.member(), question(), await world.replica()];
  const own = await doomed.start(who, input);
  await own.reached(HELD_AT);
  await (await two.follow(who, input.chatId))?.reached(HELD_AT);
  await doomed.kill();
  await world.letTimePass(who);
  world.release();
  const next = await two.start(who, question({ chatId: input.chatId }));
  await next.ended;
  expect(next.text).toBe(TEXT);
  expect(await two.stop(who, input.chatId)).toBe(true);
  const left = await findMessage(world.database.db, who.actor.teamId, input.chatId, input.answerId);
  expect(left?.message).toMatchObject({ status: "interrupted", text: HELD_TEXT });
});

test("an orderly stop begins nothing new, and hands over what does not end in time", async () => {
  const [who, input, leaving] = [await world.member(), question(), await world.replica()];
  const own = await leaving.start(who, input);
  await own.reached(HELD_AT);
  const drain = await leaving.drain(who);
  await expect(leaving.start(who, question())).rejects.toThrow("shutting_down");
  await drain.ended;
  await own.ended;
  expect(own.metadata).toMatchObject({ status: "interrupted" });
  expect(await world.answerOf(who, input)).toMatchObject({
    text: HELD_TEXT,
    metadata: { status: "interrupted" },
  });
  expect(await world.chatRows(who)).toMatchObject([{ outcome: "interrupted" }]);
  await leaving.kill();
});

test("an orderly stop lets an answer end that is about to", async () => {
  const [who, input, leaving] = [await world.member(), question(), await world.replica()];
  const own = await leaving.start(who, input);
  await own.reached(HELD_AT);
  const drain = await leaving.drain(who);
  await expect(leaving.start(who, question())).rejects.toThrow("shutting_down");
  world.release();
  await drain.ended;
  await own.ended;
  expect(own.metadata).toMatchObject({ status: "complete" });
  await leaving.kill();
});

test("an answer that nobody follows is stopped where the administrator says so, and only there", async () => {
  const [who, input, strict] = [
    await world.member(),
    question(),
    await world.replica({ WYE_UNFOLLOWED_LIMIT_SECONDS: "1" }),
  ];
  world.upstream.script("held", { text: TEXT.repeat(20), tokenDelayMs: 20 });
  const own = await strict.start(who, input);
  await own.reached(HELD_AT);
  await own.leave();
  await expect
    .poll(async () => (await world.answerOf(who, input)).metadata?.status, { timeout: 20_000 })
    .toBe("stopped");
  const followed = question();
  const watched = await strict.start(who, followed);
  const elsewhere = await two.follow(who, followed.chatId);
  await watched.leave();
  await elsewhere?.reached(HELD_AT * 8);
  expect((await world.answerOf(who, followed)).metadata?.status).toBe("streaming");
  expect(await two.stop(who, followed.chatId)).toBe(true);
  await strict.kill();
});
