import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { reapRuns } from "@/lib/chat/reap-runs";
import { reapCalls } from "@/lib/completion/reap-calls";
import type { Context } from "@/lib/context";
import { goOn } from "./chat-world";
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

async function reap(who: Context): Promise<void> {
  await world.letTimePass(who);
  expect(await reapRuns(world.database.db)).toBe(0);
  expect(await reapRuns(world.database.db)).toBe(1);
  expect(await reapCalls(world.database.db)).toBe(1);
}

test("an answer whose process was killed, and killed again while it went on, is whole in the end, and each call is charged once for what it said", async () => {
  const [who, input, doomed] = [await world.member(), question(), await world.replica()];
  const first = await doomed.start(who, input);
  await first.reached(HELD_AT);
  const follower = await two.follow(who, input.chatId);
  await follower?.reached(HELD_AT);
  await doomed.kill();
  await reap(who);
  expect(await world.answerOf(who, input)).toMatchObject({
    text: HELD_TEXT,
    metadata: { status: "interrupted", costStatus: "unpriced" },
  });

  // As many words, and as long.
  const more = TEXT.replaceAll("word", "more");
  world.hold(more);
  const next = goOn(input);
  const doomedToo = await world.replica();
  const second = await doomedToo.start(who, next);
  const both = 2 * HELD_TEXT.length + 1;
  await second.reached(both);
  const elsewhere = await two.follow(who, input.chatId);
  await elsewhere?.reached(both);
  const kept = HELD_TEXT + HELD_TEXT.replaceAll("word", "more");
  expect(elsewhere?.text).toBe(kept);
  await doomedToo.kill();
  await reap(who);
  expect(await world.answerOf(who, next)).toMatchObject({
    text: kept,
    metadata: { status: "interrupted", continues: { costStatus: "unpriced" } },
  });

  world.upstream.script("held", { text: "the end" });
  const last = goOn(next);
  await (await two.start(who, last)).ended;
  expect(await world.answerOf(who, last)).toMatchObject({
    text: `${kept}the end`,
    metadata: { status: "complete" },
  });
  const rows = await world.chatRows(who);
  const rowOf = ({ answerId }: { answerId: string }) => rows.find(({ messageId }) => messageId === answerId);
  expect(rows).toHaveLength(3);
  expect(rowOf(input)?.outputTokens).toBeGreaterThan(0);
  expect(rowOf(next)).toMatchObject({
    outcome: "interrupted",
    outputTokens: rowOf(input)?.outputTokens,
  });
  expect(rowOf(last)).toMatchObject({ outcome: "complete", status: "unpriced" });
});
