import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { listRunEvents } from "@/db/queries/runs";
import type { Context } from "@/lib/context";
import { HELD_AT, HELD_TEXT, question, ReplicaWorld, TEXT } from "./replica-world";
import type { Replica } from "./start-replica";

let world: ReplicaWorld;
let one: Replica;
let two: Replica;
beforeAll(async () => {
  world = await ReplicaWorld.open();
  one = await world.replica({ WYE_RUN_LOG: "off" });
  two = await world.replica();
});
afterAll(() => world.close());
beforeEach(() => world.hold());
afterEach(() => world.release());

const logOf = ({ actor: { teamId } }: Context, id: string) =>
  listRunEvents(world.database.db, { teamId, id }, 0);

test("without its log an answer is kept at its end, and read whole from there on another replica", async () => {
  const [who, input] = [await world.member(), question()];
  const own = await one.start(who, input);
  await own.reached(HELD_AT);
  const early = await two.follow(who, input.chatId);
  world.release();
  await Promise.all([own.ended, early?.ended]);
  const late = await two.follow(who, input.chatId, { answer: input.answerId, after: 0 });
  await late?.ended;
  expect([own.text, early?.text, late?.text]).toEqual([TEXT, TEXT, TEXT]);
  expect(await world.answerOf(who, input)).toMatchObject({ text: TEXT, metadata: { status: "complete" } });
  expect(await logOf(who, input.answerId)).toEqual([]);
});

test("without its log an answer still heeds Stop from another replica, and keeps what it said", async () => {
  const [who, input] = [await world.member(), question()];
  const own = await one.start(who, input);
  await own.reached(HELD_AT);
  expect(await two.stop(who, input.chatId)).toBe(true);
  await own.ended;
  expect(await world.answerOf(who, input)).toMatchObject({
    text: HELD_TEXT,
    metadata: { status: "stopped" },
  });
  expect(await logOf(who, input.answerId)).toEqual([]);
});
