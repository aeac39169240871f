import { describe, expect, test } from "vitest";
import { messageText } from "@/components/chat/message-text";
import { listLedger } from "@/db/queries/ledgers";
import { decision, routingPolicy } from "@/db/schema";
import { backgroundIdle } from "@/lib/background";
import { getConversation } from "@/lib/chat/get-conversation";
import { startReply } from "@/lib/chat/start-reply";
import { stopReply } from "@/lib/chat/stop-reply";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { Choice } from "@/lib/router/choice";
import { DEFAULT_POLICY, type RoutingPolicy } from "@/lib/router/policy/policy";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { makeActor } from "../../support/people";
import { messageOf, SMALL, sentTo, summarised, summaryCalls, summaryWorld } from "./summary-world";

const world = summaryWorld();

const KNOWLEDGE: Choice = { kind: "mode", mode: "knowledge" };
/** With its answer it is more than `small` has room for, and less than `roomy` has. */
const LONG_QUESTION = "mountain ".repeat(1_200);
const LONG_ANSWER = "hill ".repeat(500);
const SHORT = "Mountains and hills.";

/** A person whose team asks `small` first, and thinks this of conversations that are too long. */
async function asker(policy: Partial<RoutingPolicy>): Promise<Context> {
  const who = await makeActor(world.database.db, "owner");
  await setModeModels(who, { mode: "knowledge", models: ["openai-compatible/small"] });
  await world.database.db
    .insert(routingPolicy)
    .values({ teamId: who.actor.teamId, policy: { ...DEFAULT_POLICY, ...policy } });
  return who;
}

interface Turn {
  chatId?: string;
  parentId?: string | null;
  text?: string;
  choice?: Choice;
}

async function begin(
  who: Context,
  { chatId = newId(), parentId = null, text = "?", choice = KNOWLEDGE }: Turn,
) {
  const input = { chatId, parentId, message: { id: newId(), text }, answerId: newId(), choice };
  const run = await startReply(who, input);
  return { ...input, run };
}

async function ask(who: Context, turn: Turn) {
  const begun = await begin(who, turn);
  await begun.run.ended;
  await backgroundIdle();
  return begun;
}

/** A turn after which the next is too long for `small`. */
async function longTurn(who: Context) {
  world.upstream.script("small", { text: LONG_ANSWER }, { once: true });
  const first = await ask(who, { text: LONG_QUESTION });
  world.upstream.reset();
  for (const model of ["small", "roomy"])
    world.upstream.script(model, { text: `${SHORT} Says ${model}.`, inputTokens: 100, outputTokens: 10 });
  return { chatId: first.chatId, parentId: first.answerId };
}

const rolesIn = async (who: Context, chatId: string) =>
  (await getConversation(who, chatId)).messages.map(({ role, metadata }) =>
    metadata?.summary ? "summary" : role,
  );
const contentsTo = (model: string) =>
  sentTo(world.upstream)
    .filter((body) => body.model === model)
    .map(({ messages }) => messages.map(({ content }) => content).join("\n"));
const decisionOf = async (answerId: string) =>
  (await world.database.db.select().from(decision)).find(({ messageId }) => messageId === answerId);
const chatRows = async ({ db, actor }: Context, messageId: string) =>
  (await listLedger(db, { teamId: actor.teamId }, 100))
    .filter((row) => row.messageId === messageId && row.purpose === "chat")
    .toReversed();

describe("a conversation that is too long for its model", () => {
  test("is summarised before it is answered, where the team wants it so, and says so", async () => {
    const who = await asker({ tooLong: "compact" });
    const { chatId, parentId } = await longTurn(who);
    const next = await ask(who, { chatId, parentId, text: "Which is higher?" });

    expect(next.run.metadata).toMatchObject({
      ...{ status: "streaming", model: "openai-compatible/small" },
      compaction: { of: 2, state: "written", summaryId: expect.any(String) },
    });
    expect(await rolesIn(who, chatId)).toEqual(["user", "assistant", "summary", "user", "assistant"]);
    const summary = await messageOf(who, chatId, next.run.metadata.compaction?.summaryId ?? "");
    expect(messageText(summary)).toBe(`${SHORT} Says roomy.`);
    expect(summary.metadata).toMatchObject({
      ...{ parentId, status: "complete", model: "openai-compatible/roomy" },
      summary: { of: 2, editedAt: null },
    });
    expect(await summaryCalls(who)).toMatchObject([{ messageId: summary.id, outcome: "complete" }]);
    expect(await chatRows(who, next.answerId)).toMatchObject([{ model: "small", outcome: "complete" }]);
    const [sent] = contentsTo("small");
    expect(sent).toMatch(/Mountains and hills\. Says roomy\..*Which is higher\?$/s);
    expect(sent).not.toContain("mountain mountain");
  });

  test("is summarised once: the turns after it go on from there, in the conversation's mode", async () => {
    const who = await asker({ tooLong: "compact" });
    const { chatId, parentId } = await longTurn(who);
    const second = await ask(who, { chatId, parentId });
    const auto: Choice = { kind: "mode", mode: "auto" };
    const third = await ask(who, { chatId, parentId: second.answerId, text: "And then?", choice: auto });
    expect(await summaryCalls(who)).toHaveLength(1);
    expect(contentsTo("small").at(-1)).toContain(`${SHORT} Says roomy.`);
    expect(contentsTo("small").at(-1)).not.toContain("mountain mountain");
    expect(await decisionOf(third.answerId)).toMatchObject({ mode: "knowledge", decidedBy: "conversation" });
  });

  test("that a person had summarised goes on in its mode, though nothing of it is sent", async () => {
    const who = await asker({});
    world.upstream.script("small", { text: "8,849 m." });
    const reasoning: Choice = { kind: "mode", mode: "reasoning" };
    const first = await ask(who, { text: "How high is Everest?", choice: reasoning });
    const { id } = await summarised(who, first.chatId, first.answerId);
    const auto: Choice = { kind: "mode", mode: "auto" };
    const why = await ask(who, { chatId: first.chatId, parentId: id, text: "Why?", choice: auto });
    expect(await decisionOf(why.answerId)).toMatchObject({ mode: "reasoning", decidedBy: "conversation" });
  });

  test("goes to a model of the mode that has the room, where the team wants that", async () => {
    const who = await asker({ tooLong: "switch" });
    const { chatId, parentId } = await longTurn(who);
    const next = await ask(who, { chatId, parentId });
    expect(next.run.metadata.model).not.toBe("openai-compatible/small");
    expect(await chatRows(who, next.answerId)).toHaveLength(1);
    expect(await summaryCalls(who)).toEqual([]);
    expect(await rolesIn(who, chatId)).not.toContain("summary");
  });

  test("is summarised all the same where no model of the mode has the room", async () => {
    const who = await asker({ tooLong: "switch", allowed: ["openai-compatible/small"] });
    const { chatId, parentId } = await longTurn(who);
    const next = await ask(who, { chatId, parentId });
    expect((await messageOf(who, chatId, next.answerId)).metadata).toMatchObject({
      ...{ status: "complete", model: "openai-compatible/small" },
    });
    expect(await rolesIn(who, chatId)).toContain("summary");
    expect((await summaryCalls(who)).every(({ model }) => model === "small")).toBe(true);
  });

  test("as its vendor alone knows, is summarised and asked once more, as the same decision", async () => {
    const who = await asker({ allowed: ["openai-compatible/small"] });
    const first = await ask(who, { text: "How high is Everest?" });
    world.upstream.script("small", { fault: "context_length" }, { once: true });
    const next = await ask(who, { chatId: first.chatId, parentId: first.answerId, text: "And K2?" });
    expect((await messageOf(who, first.chatId, next.answerId)).metadata?.status).toBe("complete");
    expect(await chatRows(who, next.answerId)).toMatchObject([
      { outcome: "failed", errorCode: "context_too_long", inputTokens: 0 },
      { outcome: "complete" },
    ]);
    expect(await summaryCalls(who)).toHaveLength(1);
    expect(await decisionOf(next.answerId)).toMatchObject({ hops: 1 });
  });

  test("is asked about as it is where a model was named and the team leaves it to the person", async () => {
    const who = await asker({ tooLong: "switch" });
    const { chatId, parentId } = await longTurn(who);
    world.upstream.script("small", { fault: "context_length" });
    const next = await ask(who, { chatId, parentId, choice: SMALL });
    expect((await messageOf(who, chatId, next.answerId)).metadata?.error?.code).toBe("context_too_long");
    expect(await summaryCalls(who)).toEqual([]);
  });

  test("is summarised for a model that was named, which answers, where the team wants it so", async () => {
    const who = await asker({ tooLong: "compact" });
    const { chatId, parentId } = await longTurn(who);
    const next = await ask(who, { chatId, parentId, choice: SMALL });
    expect(next.run.metadata).toMatchObject({
      model: "openai-compatible/small",
      compaction: { state: "written" },
    });
  });

  test("because of its first question is sent as it is: there is nothing to summarise", async () => {
    const who = await asker({ tooLong: "compact", allowed: ["openai-compatible/small"] });
    const first = await ask(who, { text: "mountain ".repeat(3_000) });
    expect(await summaryCalls(who)).toEqual([]);
    expect(first.run.metadata.compaction).toBeUndefined();
    expect(contentsTo("small")).toHaveLength(1);
  });

  test("whose summary fails is asked about as it is", async () => {
    const who = await asker({ tooLong: "compact" });
    const { chatId, parentId } = await longTurn(who);
    world.upstream.script("roomy", { fault: "server_error" });
    const next = await ask(who, { chatId, parentId, text: "Which is higher?" });
    expect(next.run.metadata.compaction?.state).toBe("dropped");
    expect(await rolesIn(who, chatId)).not.toContain("summary");
    expect(contentsTo("small").at(-1)).toContain("mountain mountain");
  });

  test("stays as it was where its summary is stopped, and nobody is asked", async () => {
    const who = await asker({ tooLong: "compact" });
    const { chatId, parentId } = await longTurn(who);
    const { promise: never } = Promise.withResolvers<void>();
    world.upstream.script("roomy", { text: "a b c", hold: { afterTokens: 1, released: never } });
    const next = await begin(who, { chatId, parentId });
    await expect.poll(() => sentTo(world.upstream, { summaries: true })).toHaveLength(1);
    expect(await stopReply(who, chatId)).toBe(true);
    await next.run.ended;
    expect((await messageOf(who, chatId, next.answerId)).metadata?.status).toBe("stopped");
    expect(await summaryCalls(who)).toMatchObject([{ outcome: "stopped" }]);
    expect(await rolesIn(who, chatId)).not.toContain("summary");
    expect(contentsTo("small")).toEqual([]);
  });

  test("and whose question is answered once more has all its answers under the summary", async () => {
    const who = await asker({ tooLong: "compact" });
    const { chatId, parentId } = await longTurn(who);
    world.upstream.script("small", { fault: "server_error" });
    world.upstream.script("roomy", { text: SHORT });
    const failed = await ask(who, { chatId, parentId, choice: SMALL });
    const again = { chatId, parentId: failed.message.id, message: null, answerId: newId(), choice: SMALL };
    world.upstream.script("small", {});
    await (await startReply(who, again)).ended;
    expect(await summaryCalls(who)).toHaveLength(1);
    const { siblings } = await getConversation(who, chatId);
    expect(siblings[failed.message.id]).toEqual([failed.answerId, again.answerId]);
  });
});
