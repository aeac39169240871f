import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { backgroundIdle } from "@/lib/background";
import { deleteMessage } from "@/lib/chat/delete-message";
import { followReply } from "@/lib/chat/follow-reply";
import { getConversation } from "@/lib/chat/get-conversation";
import { ReplyInput } from "@/lib/chat/reply-input";
import { startReply } from "@/lib/chat/start-reply";
import { stopReply } from "@/lib/chat/stop-reply";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { ask, ChatWorld } from "./chat-world";

let world: ChatWorld;
beforeAll(async () => {
  world = await ChatWorld.open(["one", "two", "three", "four"]);
});
afterAll(() => world.close());
afterEach(() => backgroundIdle());

const MODELS = ["up/one", "up/two", "up/three", "up/four"];

/** One question to so many models. */
function compare(count: number, change: Partial<ReplyInput> = {}): ReplyInput[] {
  const first = ask("up/one", change);
  const id = newId();
  return MODELS.slice(0, count).map((model, place) => ({
    ...first,
    answerId: newId(),
    choice: { kind: "model", model },
    comparison: { id, place },
  }));
}

/** Has every model say one word and wait; `release` lets them go on. */
function hold(): () => void {
  const held = Promise.withResolvers<void>();
  for (const name of MODELS.map((model) => model.slice(3))) {
    world.upstream.script(name, {
      text: `${name} says so.`,
      hold: { afterTokens: 1, released: held.promise },
    });
  }
  return held.resolve;
}

const at = (inputs: readonly ReplyInput[], place: number): ReplyInput => {
  const input = inputs[place];
  if (!input) throw new RangeError(`nothing at ${place}`);
  return input;
};

async function shownOf(who: Context, chatId: string) {
  const { messages, siblings } = await getConversation(who, chatId);
  const last = messages.at(-1);
  const all = last === undefined ? [] : [last, ...(last.metadata?.compared ?? [])];
  const text = (parts: (typeof all)[number]["parts"]) =>
    parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  return {
    active: last?.id,
    siblings,
    columns: all
      .map(({ id, metadata, parts }) => ({
        id,
        place: metadata?.comparison?.place,
        status: metadata?.status,
        text: text(parts),
      }))
      .sort((a, b) => (a.place ?? 0) - (b.place ?? 0)),
  };
}

test.each([2, 3, 4])("%d answers to one question are written at once, and each is kept", async (count) => {
  const who = await world.member();
  const release = hold();
  const inputs = compare(count);
  const runs = await Promise.all(inputs.map((input) => startReply(who, input)));
  const { chatId } = at(inputs, 0);
  await expect
    .poll(async () => (await shownOf(who, chatId)).columns.map(({ text }) => text.trim()))
    .toEqual(["one", "two", "three", "four"].slice(0, count));
  release();
  await Promise.all(runs.map(({ ended }) => ended));
  const shown = await shownOf(who, chatId);
  expect(shown.active).toBe(at(inputs, 0).answerId);
  expect(shown.columns).toEqual(
    inputs.map(({ answerId }, place) => ({
      id: answerId,
      place,
      status: "complete",
      text: `${MODELS[place]?.slice(3)} says so.`,
    })),
  );
  expect(Object.values(shown.siblings)).toEqual([expect.arrayContaining(inputs.map((i) => i.answerId))]);
});

test("only the first gives the chat its title", async () => {
  const who = await world.member();
  world.upstream.reset();
  const inputs = compare(3);
  const runs = await Promise.all(inputs.map((input) => startReply(who, input)));
  await Promise.all(runs.map(({ ended }) => ended));
  await backgroundIdle();
  const titles = world.upstream.calls.filter(({ body }) => JSON.stringify(body).includes("Write a title"));
  expect(titles).toHaveLength(1);
});

describe("while a comparison is written", () => {
  test("nothing else begins in its chat, nor a second answer in a place, nor one under another question", async () => {
    const who = await world.member();
    const release = hold();
    const inputs = compare(2);
    const runs = await Promise.all(inputs.map((input) => startReply(who, input)));
    const { chatId, comparison } = at(inputs, 0);
    const refused = [
      ask("up/three", { chatId }),
      ask("up/three", { chatId, comparison: { id: newId(), place: 2 } }),
      { ...at(inputs, 1), answerId: newId() },
      ask("up/three", { chatId, comparison: { id: comparison?.id ?? "", place: 2 } }),
    ];
    for (const input of refused) await expect(startReply(who, input)).rejects.toThrow("run_in_progress");
    release();
    await Promise.all(runs.map(({ ended }) => ended));
  });

  test("a release from before there were comparisons begins nothing either", async () => {
    const who = await world.member();
    const release = hold();
    const inputs = compare(2);
    const runs = await Promise.all(inputs.map((input) => startReply(who, input)));
    const { actor } = who;
    const begin = (chatId: string) =>
      world.database.db.execute<{ begun: string }>(sql`
        select begin_reply(${actor.teamId}::uuid, ${actor.personId}::uuid, ${chatId}::uuid,
          '{"kind":"mode","mode":"knowledge"}'::jsonb, null::uuid, ${newId()}::uuid, 'And?', ${newId()}::uuid,
          ${newId()}::uuid, interval '30 seconds', null::jsonb, null::uuid, null::jsonb) as begun`);
    expect([...(await begin(at(inputs, 0).chatId))]).toEqual([{ begun: "run_in_progress" }]);
    expect([...(await begin(newId()))]).toEqual([{ begun: "begun untitled" }]);
    release();
    await Promise.all(runs.map(({ ended }) => ended));
  });

  test("the same requests again follow the same answers", async () => {
    const who = await world.member();
    const release = hold();
    const inputs = compare(2);
    const runs = await Promise.all(inputs.map((input) => startReply(who, input)));
    const again = await Promise.all(inputs.map((input) => startReply(who, input)));
    expect(again).toEqual(runs);
    const { chatId, answerId } = at(inputs, 1);
    expect(await followReply(who, chatId, { answer: answerId, after: 0 })).toBe(runs[1]);
    release();
    await Promise.all(runs.map(({ ended }) => ended));
    const rows = await Promise.all(inputs.map((input) => world.rowOf(who, input)));
    expect(rows.map((row) => row?.outcome)).toEqual(["complete", "complete"]);
  });

  test("one is stopped, and the others go on", async () => {
    const who = await world.member();
    const release = hold();
    const inputs = compare(3);
    const runs = await Promise.all(inputs.map((input) => startReply(who, input)));
    const { chatId, answerId } = at(inputs, 1);
    await expect
      .poll(async () => (await shownOf(who, chatId)).columns.map(({ text }) => text.trim()))
      .toEqual(["one", "two", "three"]);
    expect(await stopReply(who, chatId, { answerId })).toBe(true);
    expect(await stopReply(who, chatId, { answerId })).toBe(false);
    release();
    await Promise.all(runs.map(({ ended }) => ended));
    const { columns } = await shownOf(who, chatId);
    expect(columns.map(({ status }) => status)).toEqual(["complete", "stopped", "complete"]);
    expect(columns[1]?.text).toBe("two ");
  });

  test("Stop without a name stops them all", async () => {
    const who = await world.member();
    const release = hold();
    const inputs = compare(4);
    const runs = await Promise.all(inputs.map((input) => startReply(who, input)));
    expect(await stopReply(who, at(inputs, 0).chatId)).toBe(true);
    await Promise.all(runs.map(({ ended }) => ended));
    const { columns } = await shownOf(who, at(inputs, 0).chatId);
    expect(columns.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => "stopped"));
    // The title's call waits too.
    release();
  });
});

describe("afterwards", () => {
  test("an answer that failed is asked for again in its place", async () => {
    const who = await world.member();
    world.upstream.reset();
    world.upstream.script("two", { text: "", fault: "bad_request" }, { once: true });
    const inputs = compare(2);
    await Promise.all(inputs.map(async (input) => (await startReply(who, input)).ended));
    const { chatId, comparison } = at(inputs, 1);
    const again = {
      ...at(inputs, 1),
      message: null,
      parentId: at(inputs, 1).message?.id ?? null,
      answerId: newId(),
    };
    expect((await shownOf(who, chatId)).columns[1]).toMatchObject({ status: "failed" });
    await world.answered(who, again);
    const shown = await shownOf(who, chatId);
    expect(shown.columns.map(({ id, place }) => [id, place])).toEqual([
      [at(inputs, 0).answerId, 0],
      [again.answerId, comparison?.place],
    ]);
    expect(shown.active).toBe(at(inputs, 0).answerId);
    expect(Object.values(shown.siblings)[0]).toHaveLength(3);
  });

  test("an answer that stood alone is joined by another", async () => {
    const who = await world.member();
    const first = ask("up/one");
    await world.answered(who, first);
    const beside: ReplyInput = {
      chatId: first.chatId,
      message: null,
      parentId: first.message?.id ?? null,
      answerId: newId(),
      choice: { kind: "model", model: "up/two" },
      comparison: { id: newId(), place: 1 },
      besideId: first.answerId,
    };
    await world.answered(who, beside);
    const shown = await shownOf(who, first.chatId);
    expect(shown.columns.map(({ id, place }) => [id, place])).toEqual([
      [first.answerId, 0],
      [beside.answerId, 1],
    ]);
    expect(shown.active).toBe(first.answerId);
    expect((await getConversation(who, first.chatId)).choice).toEqual(first.choice);
  });

  test("one that is deleted stands there no more", async () => {
    const who = await world.member();
    const inputs = compare(3);
    await Promise.all(inputs.map(async (input) => (await startReply(who, input)).ended));
    const { chatId, answerId } = at(inputs, 1);
    await deleteMessage(who, { chatId, messageId: answerId });
    expect((await shownOf(who, chatId)).columns.map(({ place }) => place)).toEqual([0, 2]);
  });
});

test("what cannot be compared is refused before anything is written", () => {
  const [input] = compare(1);
  const wrong = [
    { ...input, comparison: { id: newId(), place: 4 } },
    { ...input, comparison: { id: newId(), place: -1 } },
    { ...input, continuesId: newId() },
    { ...input, besideId: newId() },
  ];
  for (const each of wrong) expect(ReplyInput.safeParse(each).success).toBe(false);
});
