import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decision } from "@/db/schema";
import { backgroundIdle } from "@/lib/background";
import { getConversation } from "@/lib/chat/get-conversation";
import { pickAnswer } from "@/lib/chat/pick-answer";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { startReply } from "@/lib/chat/start-reply";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { Choice } from "@/lib/router/choice";
import { explainDecision } from "@/lib/routing/explain-decision";
import { recordThumb } from "@/lib/routing/signals/record-thumb";
import { makeActor } from "../../support/people";
import { ask, ChatWorld } from "../chat/chat-world";

let world: ChatWorld;
beforeAll(async () => {
  world = await ChatWorld.open(["gpt-4o-mini", "o4-mini"]);
});
afterAll(() => world.close());

const FAST = "up/gpt-4o-mini";
const SLOW = "up/o4-mini";
const mode = (chosen: "knowledge" | "reasoning" | "auto"): Choice => ({ kind: "mode", mode: chosen });
const model = (name: string): Choice => ({ kind: "model", model: name });
const refOf = ({ chatId, answerId }: ReplyInput) => ({ chatId, messageId: answerId });

async function decisionOf({ db, actor }: Context, { answerId }: ReplyInput) {
  const rows = await db
    .select()
    .from(decision)
    .where(and(eq(decision.teamId, actor.teamId), eq(decision.messageId, answerId)));
  if (rows.length !== 1) throw new Error(`${rows.length} decisions`);
  return rows[0];
}

/** Another answer to the same question. */
const again = (input: ReplyInput, change: Partial<ReplyInput>): ReplyInput => ({
  chatId: input.chatId,
  message: null,
  parentId: input.message?.id ?? input.parentId,
  answerId: newId(),
  choice: input.choice,
  besideId: input.answerId,
  ...change,
});

const next = (input: ReplyInput, change: Partial<ReplyInput>): ReplyInput =>
  ask(FAST, { chatId: input.chatId, parentId: input.answerId, ...change });

async function answered(who: Context, input: ReplyInput): Promise<ReplyInput> {
  await world.answered(who, input);
  await backgroundIdle();
  return input;
}

async function thumbOf(who: Context, { chatId, answerId }: ReplyInput) {
  const { messages } = await getConversation(who, chatId);
  return messages.find(({ id }) => id === answerId)?.metadata?.thumb;
}

/** Two answers side by side. */
async function compared(who: Context): Promise<[ReplyInput, ReplyInput]> {
  const first = ask(FAST);
  const id = newId();
  const left = { ...first, choice: mode("auto"), comparison: { id, place: 0 } };
  const right = {
    ...first,
    answerId: newId(),
    choice: mode("reasoning"),
    comparison: { id, place: 1 },
  };
  const runs = await Promise.all([startReply(who, left), startReply(who, right)]);
  await Promise.all(runs.map(({ ended }) => ended));
  await backgroundIdle();
  return [left, right];
}

describe("a thumb", () => {
  test("is kept on the decision, shown with the answer, turned round and taken back", async () => {
    const who = await world.member();
    const input = await answered(who, ask(FAST, { choice: mode("auto") }));
    expect(await thumbOf(who, input)).toBeUndefined();
    for (const thumb of [1, 1, -1] as const) {
      await recordThumb(who, { ...refOf(input), thumb });
      expect(await thumbOf(who, input)).toBe(thumb);
    }
    await recordThumb(who, { ...refOf(input), thumb: null });
    expect(await thumbOf(who, input)).toBeUndefined();
    expect((await decisionOf(who, input))?.thumb).toBeNull();
  });

  test("is not for what was not routed, nor for another chat's answer", async () => {
    const who = await world.member();
    const input = await answered(who, ask(FAST));
    const questionId = input.message?.id ?? "";
    for (const ref of [
      { chatId: input.chatId, messageId: questionId },
      { chatId: newId(), messageId: input.answerId },
    ])
      await expect(recordThumb(who, { ...ref, thumb: 1 })).rejects.toThrow("not_found");
  });
});

describe("an override", () => {
  test("is another mode or model asked for beside an answer, with what came of it", async () => {
    const who = await world.member();
    const first = await answered(who, ask(FAST, { choice: mode("knowledge") }));
    const other = await answered(who, again(first, { choice: mode("reasoning") }));
    expect((await decisionOf(who, first))?.override).toEqual({
      mode: "reasoning",
      model: null,
      messageId: other.answerId,
    });
    expect((await decisionOf(who, other))?.override).toBeNull();

    const named = await answered(who, ask(FAST));
    const elsewhere = await answered(who, again(named, { choice: model(SLOW) }));
    expect((await decisionOf(who, named))?.override).toEqual({
      mode: null,
      model: SLOW,
      messageId: elsewhere.answerId,
    });
  });

  test("is another mode for the next question", async () => {
    const who = await world.member();
    const first = await answered(who, ask(FAST, { choice: mode("knowledge") }));
    const second = await answered(who, next(first, { choice: mode("reasoning") }));
    expect((await decisionOf(who, first))?.override).toMatchObject({
      mode: "reasoning",
      messageId: second.answerId,
    });
  });

  test("is counted once, however often the request is repeated or the person asks again", async () => {
    const who = await world.member();
    const first = await answered(who, ask(FAST, { choice: mode("knowledge") }));
    const other = await answered(who, again(first, { choice: mode("reasoning") }));
    const before = await decisionOf(who, first);
    await answered(who, other);
    await answered(who, again(first, { choice: model(SLOW) }));
    const after = await decisionOf(who, first);
    expect([after?.override, after?.overriddenAt]).toEqual([before?.override, before?.overriddenAt]);
  });

  test("is none where the same is asked again, Auto goes on, or nobody had answered", async () => {
    const who = await world.member();
    const first = await answered(who, ask(FAST, { choice: mode("knowledge") }));
    await answered(who, again(first, {}));
    await answered(who, next(first, { choice: mode("auto") }));
    expect((await decisionOf(who, first))?.override).toBeNull();

    world.upstream.script("gpt-4o-mini", { text: "", fault: "bad_request" }, { once: true });
    const failed = await answered(who, ask(FAST));
    await answered(who, again(failed, { choice: model(SLOW) }));
    await answered(who, again(failed, { choice: model(SLOW), standIn: true }));
    expect((await decisionOf(who, failed))?.override).toBeNull();
  });
});

describe("one of those that are compared", () => {
  test("is gone on with: the path, the next choice, the comparison and its decisions say so", async () => {
    const who = await world.member();
    const [left, right] = await compared(who);
    const { view, choice } = await pickAnswer(who, refOf(right));
    expect(view.messages.at(-1)?.id).toBe(right.answerId);
    expect(choice).toEqual(mode("reasoning"));
    const now = await getConversation(who, left.chatId);
    expect(now.choice).toEqual(mode("reasoning"));
    expect(now.messages.at(-1)?.metadata).toMatchObject({
      comparison: { picked: true },
      compared: [{ id: left.answerId, metadata: { comparison: { picked: false } } }],
    });
    const decisions = [await decisionOf(who, left), await decisionOf(who, right)];
    expect(decisions.map((each) => [each?.comparisonId, each?.picked])).toEqual([
      [left.comparison?.id, false],
      [left.comparison?.id, true],
    ]);
    expect(decisions.map((each) => each?.override)).toEqual([null, null]);
  });

  test("another one later takes its place, and the same again changes nothing", async () => {
    const who = await world.member();
    const [left, right] = await compared(who);
    await pickAnswer(who, refOf(right));
    const once = await pickAnswer(who, refOf(left));
    expect(once.choice).toEqual(mode("auto"));
    expect(await pickAnswer(who, refOf(left))).toEqual(once);
    const decisions = [await decisionOf(who, left), await decisionOf(who, right)];
    expect(decisions.map((each) => each?.picked)).toEqual([true, false]);
  });

  test("an answer that stands alone is none of them", async () => {
    const who = await world.member();
    const input = await answered(who, ask(FAST));
    await expect(pickAnswer(who, refOf(input))).rejects.toThrow("not_found");
  });
});

describe("why", () => {
  test("tells who decided, what it was expected to take and took, and what the other way would have", async () => {
    const who = await world.member();
    const input = await answered(
      who,
      ask(FAST, {
        choice: mode("auto"),
        message: { id: newId(), text: "Prove by induction that the sum of the first n odd numbers is n²." },
      }),
    );
    const view = await explainDecision(who, refOf(input));
    expect(view).toMatchObject({
      choice: mode("auto"),
      decidedBy: "classifier",
      mode: "reasoning",
      rule: null,
    });
    expect(view.reasons).toContain("proof");
    expect(view.confidence).toBeGreaterThan(0.5);
    expect(view.calls).toMatchObject([{ model: view.model, outcome: "complete", error: null, said: true }]);
    expect(view.alternatives[0]).toMatchObject({ mode: "knowledge" });
  });

  test("tells what was tried in vain before", async () => {
    const who = await world.member();
    world.upstream.script("gpt-4o-mini", { text: "", fault: "unauthorized" }, { once: true });
    const input = await answered(who, ask(FAST, { choice: mode("knowledge") }));
    const { calls } = await explainDecision(who, refOf(input));
    expect(calls.length).toBeGreaterThan(1);
    expect(calls[0]).toMatchObject({ outcome: "failed", error: "vendor_key_rejected", said: false });
    expect(calls.at(-1)).toMatchObject({ outcome: "complete", error: null });
  });
});

const USE_CASES = {
  pickAnswer: (who: Context, input: ReplyInput) => pickAnswer(who, refOf(input)),
  recordThumb: (who: Context, input: ReplyInput) => recordThumb(who, { ...refOf(input), thumb: 1 }),
  explainDecision: (who: Context, input: ReplyInput) => explainDecision(who, refOf(input)),
};

describe.each(Object.entries(USE_CASES))("%s", (_name, useCase) => {
  test.each(["same team", "other team"])("finds nothing of another person's: %s", async (where) => {
    const owner = await world.member();
    const [left, right] = await compared(owner);
    const before = await decisionOf(owner, right);
    const teamId = where === "same team" ? owner.actor.teamId : undefined;
    const stranger = await makeActor(world.database.db, "owner", teamId);
    await expect(useCase(stranger, right)).rejects.toThrow("not_found");
    const own = await answered(stranger, ask(FAST));
    await expect(useCase(stranger, { ...right, chatId: own.chatId })).rejects.toThrow("not_found");
    expect(await decisionOf(owner, right)).toEqual(before);
    expect((await getConversation(owner, left.chatId)).messages.at(-1)?.id).toBe(left.answerId);
  });

  test.each(["billing", "guest"] as const)("is not for a %s", async (role) => {
    const context = await makeActor(world.database.db, role);
    await expect(useCase(context, ask(FAST))).rejects.toThrow("forbidden");
  });
});
