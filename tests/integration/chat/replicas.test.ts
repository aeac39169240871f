import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { listRunEvents } from "@/db/queries/runs";
import { makeActor } from "../../support/people";
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

test("an answer that one replica writes is followed on the other, from the first character, by whoever comes", async () => {
  const [who, input] = [await world.member(), question()];
  const own = await one.start(who, input);
  await own.reached(HELD_AT);
  const early = await two.follow(who, input.chatId);
  await early?.reached(HELD_AT);
  expect(early?.text).toBe(HELD_TEXT);
  world.release();
  const late = await two.follow(who, input.chatId);
  for (const each of [own, early, late]) {
    await each?.ended;
    expect(each?.text).toBe(TEXT);
    expect(each?.metadata).toMatchObject({ status: "complete", model: "up/held" });
  }
  expect(await world.answerOf(who, input)).toMatchObject({ text: TEXT, metadata: { status: "complete" } });
});

test("a reader that loses one replica goes on at the other where it was", async () => {
  const [who, input] = [await world.member(), question()];
  const before = await one.start(who, input);
  await before.reached(HELD_AT - 7);
  const { position: after, text } = before;
  await before.leave();
  const resumed = await two.follow(who, input.chatId, { answer: input.answerId, after });
  world.release();
  await resumed?.ended;
  expect(text + resumed?.text).toBe(TEXT);
  const again = await one.follow(who, input.chatId, { answer: input.answerId, after });
  await again?.ended;
  expect(text + again?.text).toBe(TEXT);
  expect(await two.follow(who, input.chatId)).toBeNull();
});

test("the same request to both replicas at once is one run that both follow", async () => {
  const who = await world.member();
  for (let round = 0; round < 5; round++) {
    const input = question();
    const both = await Promise.all([one.start(who, input), two.start(who, input), one.start(who, input)]);
    world.release();
    for (const each of both) {
      await each.ended;
      expect(each.text).toBe(TEXT);
    }
    expect(await world.chatRows(who)).toHaveLength(round + 1);
  }
});

test("while one replica writes in a chat, the other begins no second answer there", async () => {
  const [who, input] = [await world.member(), question()];
  const own = await one.start(who, input);
  const other = question({ chatId: input.chatId });
  await expect(two.start(who, other)).rejects.toThrow("run_in_progress");
  await expect(one.start(who, other)).rejects.toThrow("run_in_progress");
  world.release();
  await own.ended;
  const next = await two.start(who, question({ chatId: input.chatId, parentId: input.answerId }));
  await next.ended;
  expect(next.text).toBe(TEXT);
});

test("Stop on another replica reaches the vendor, keeps what was said and accounts for it", async () => {
  const [who, input] = [await world.member(), question()];
  const own = await one.start(who, input);
  await own.reached(HELD_AT);
  expect(await two.stop(who, input.chatId)).toBe(true);
  await own.ended;
  expect(own.metadata).toMatchObject({ status: "stopped" });
  expect(await world.answerOf(who, input)).toMatchObject({
    text: HELD_TEXT,
    metadata: { status: "stopped" },
  });
  expect(await world.chatRows(who)).toMatchObject([{ outcome: "stopped", messageId: input.answerId }]);
  await expect
    .poll(() => world.upstream.calls.filter(({ disconnectedAt }) => disconnectedAt !== null))
    .toHaveLength(1);
  expect(await two.stop(who, input.chatId)).toBe(false);
});

test("a chat that is deleted on another replica is written no further", async () => {
  const [who, input] = [await world.member(), question()];
  const own = await one.start(who, input);
  await own.reached(HELD_AT);
  await two.delete(who, input.chatId);
  await own.ended;
  expect(await world.chatRows(who)).toMatchObject([{ outcome: "stopped" }]);
  await expect(one.start(who, question({ chatId: input.chatId }))).rejects.toThrow("not_found");
});

test("somebody else neither follows, resumes, stops nor repeats it, on either replica", async () => {
  const [who, input] = [await world.member(), question()];
  const colleague = await makeActor(world.database.db, "owner", who.actor.teamId);
  const stranger = await makeActor(world.database.db, "owner");
  const own = await one.start(who, input);
  await own.reached(HELD_AT);
  for (const each of [one, two]) {
    for (const other of [colleague, stranger]) {
      expect(await each.follow(other, input.chatId)).toBeNull();
      expect(await each.follow(other, input.chatId, { answer: input.answerId, after: 0 })).toBeNull();
      expect(await each.stop(other, input.chatId)).toBe(false);
      await expect(each.delete(other, input.chatId)).rejects.toThrow("not_found");
    }
    await expect(each.start(colleague, input)).rejects.toThrow("not_found");
  }
  world.release();
  await own.ended;
  expect(own.text).toBe(TEXT);
});

test("an answer costs at most four writes a second, and what it said is all in its log", async () => {
  const [who, input] = [await world.member(), question()];
  world.upstream.script("held", { text: TEXT, tokenDelayMs: 20 });
  const startedAt = performance.now();
  const own = await one.start(who, input);
  await own.ended;
  const seconds = (performance.now() - startedAt) / 1000;
  const events = await listRunEvents(world.database.db, { teamId: who.actor.teamId, id: input.answerId }, 0);
  expect(events.length).toBeGreaterThan(1);
  expect(events.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
});
