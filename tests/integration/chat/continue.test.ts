import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertCall } from "@/db/queries/calls";
import { listLedger } from "@/db/queries/ledgers";
import { backgroundIdle } from "@/lib/background";
import { deleteMessage } from "@/lib/chat/delete-message";
import { forkChat } from "@/lib/chat/fork-chat";
import { getConversation } from "@/lib/chat/get-conversation";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { selectBranch } from "@/lib/chat/select-branch";
import { startReply } from "@/lib/chat/start-reply";
import { stopReply } from "@/lib/chat/stop-reply";
import { countTokens } from "@/lib/completion/count-tokens";
import { reapCalls } from "@/lib/completion/reap-calls";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { makeActor } from "../../support/people";
import { allMessages } from "./all-messages";
import { ask, ChatWorld, goOn } from "./chat-world";

let world: ChatWorld;
beforeAll(async () => {
  world = await ChatWorld.open(["plain", "other", "gpt-4o-mini"]);
});
afterAll(async () => {
  await backgroundIdle();
  await world.close();
});
beforeEach(() => world.upstream.reset());

/** An answer that is stopped once the model has said `text`. */
async function stopped(who: Context, text: string, reasoning = ""): Promise<ReplyInput> {
  const words = (all: string) => all.match(/\S+\s*/g)?.length ?? 0;
  const { promise: never } = Promise.withResolvers<void>();
  const hold = { afterTokens: words(reasoning) + words(text), released: never };
  world.upstream.script("plain", { text: `${text}and more`, reasoning, hold }, { once: true });
  const input = ask("up/plain");
  const run = await startReply(who, input);
  await expect.poll(() => run.textOf("reasoning") + run.textOf("text")).toBe(reasoning + text);
  await stopReply(who, input.chatId);
  await backgroundIdle();
  return input;
}

describe("an answer that broke off", () => {
  test("after Stop goes on beside itself: the first keeps its text, the second begins with it", async () => {
    const who = await world.member();
    const cut = await stopped(who, "one two three ");
    world.upstream.script("plain", { text: "four five." });
    const next = goOn(cut);
    await world.answered(who, next);
    expect(await world.messageOf(who, next)).toMatchObject({
      text: "one two three four five.",
      metadata: { status: "complete", parentId: cut.message?.id },
    });
    const { siblings } = await getConversation(who, cut.chatId);
    expect(Object.values(siblings)).toEqual([[cut.answerId, next.answerId]]);
    await selectBranch(who, { chatId: cut.chatId, messageId: cut.answerId });
    expect((await world.messageOf(who, cut)).text).toBe("one two three ");
  });

  test("is sent to the model with the question before it and an instruction after it", async () => {
    const who = await world.member();
    const cut = await stopped(who, "one two three ");
    world.upstream.script("plain", { text: "four" });
    await world.answered(who, goOn(cut, { settings: { instructions: "Count." } }));
    const sent = world.sentTo("plain").at(-1)?.messages;
    expect(sent?.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(sent?.[1]?.content).toBe("What is it?");
    expect(sent?.[2]?.content).toBe("one two three ");
    expect(sent?.[3]?.content).toContain("do not repeat");
  });

  test("costs what its own call read and wrote; the first one's cost stands beside it", async () => {
    const who = await world.member();
    const price = { reportUsage: true, inputTokens: 20 };
    world.upstream.script("gpt-4o-mini", { ...price, text: "one two", outputTokens: 2, cutShort: true });
    const cut = ask("openai/gpt-4o-mini");
    await world.answered(who, cut);
    world.upstream.script("gpt-4o-mini", { ...price, text: " three", inputTokens: 30, outputTokens: 1 });
    const next = goOn(cut);
    await world.answered(who, next);
    expect(await world.rowOf(who, next)).toMatchObject({ inputTokens: 30, outputTokens: 1, status: "exact" });
    const [before, after] = [await world.rowOf(who, cut), await world.messageOf(who, next)];
    expect(before).toMatchObject({ inputTokens: 20, outputTokens: 2 });
    expect(after.metadata).toMatchObject({
      cost: "0.0000051",
      continues: { cost: "0.0000042", currency: "USD", costStatus: "exact" },
    });
  });

  test("that is stopped again is charged for what it added, and can go on once more", async () => {
    const who = await world.member();
    const cut = await stopped(who, "one two three ");
    const { promise: never } = Promise.withResolvers<void>();
    world.upstream.script("plain", { text: "four five six", hold: { afterTokens: 2, released: never } });
    const second = goOn(cut);
    const run = await startReply(who, second);
    await expect.poll(() => run.textOf("text")).toBe("one two three four five ");
    await stopReply(who, cut.chatId);
    expect(await world.rowOf(who, second)).toMatchObject({
      outcome: "stopped",
      outputTokens: await countTokens("four five "),
    });
    world.upstream.script("plain", { text: "six." });
    const third = goOn(second);
    await world.answered(who, third);
    expect((await world.messageOf(who, third)).text).toBe("one two three four five six.");
  });

  test("is charged for what it added, also when more of the first one came to light later", async () => {
    const who = await world.member();
    const { db } = world.database;
    const { teamId, personId } = who.actor;
    const cut = await stopped(who, "one two three ");
    world.upstream.script("plain", { text: "four five." });
    const next = goOn(cut);
    await world.answered(who, next);
    await db.execute(sql`update message set text = text || 'and more' where id = ${cut.answerId}`);
    const dead = { teamId, personId, chatId: next.chatId, messageId: next.answerId, id: newId() };
    await insertCall(db, {
      ...dead,
      providerId: newId(),
      vendor: "openai-compatible",
      model: "plain",
      purpose: "chat",
      inputEstimate: 3,
      startedAt: new Date(0),
      heartbeatAt: new Date(0),
    });
    expect(await reapCalls(db)).toBe(1);
    const rows = await listLedger(db, { teamId }, 10);
    expect(rows.find(({ id }) => id === dead.id)).toMatchObject({
      outcome: "interrupted",
      outputTokens: await countTokens("four five."),
    });
  });

  test.each([
    ["at its output limit", { text: "one two ", cutShort: true }],
    ["in mid-stream", { text: "one two three four", fault: "cut", faultAfterTokens: 2 }],
  ] as const)("%s goes on", async (_where, script) => {
    const who = await world.member();
    world.upstream.script("plain", script);
    const cut = ask("up/plain");
    await world.answered(who, cut);
    const { text } = await world.messageOf(who, cut);
    expect(text).toMatch(/^one/);
    world.upstream.script("plain", { text: "and so on" });
    const next = goOn(cut);
    await world.answered(who, next);
    expect((await world.messageOf(who, next)).text).toBe(`${text}and so on`);
  });

  test("while it was thinking goes on with its thoughts, and what it repeats is said once", async () => {
    const who = await world.member();
    const cut = await stopped(who, "", "First I look. ");
    world.upstream.script("plain", { reasoning: "Then I answer.", text: "Yes." });
    const next = goOn(cut);
    await world.answered(who, next);
    expect(await world.messageOf(who, next)).toMatchObject({
      reasoning: "First I look. \n\nThen I answer.",
      text: "Yes.",
    });
    expect(JSON.stringify(world.sentTo("plain").at(-1))).toContain("First I look.");
    world.upstream.script("plain", { text: "The quick bro", cutShort: true });
    const word = ask("up/plain");
    await world.answered(who, word);
    world.upstream.script("plain", { text: "brown fox" });
    const joined = goOn(word);
    await world.answered(who, joined);
    expect((await world.messageOf(who, joined)).text).toBe("The quick brown fox");
  });

  test("can be continued by another model, and keeps its text when that one fails", async () => {
    const who = await world.member();
    const cut = await stopped(who, "one two ");
    world.upstream.script("other", { fault: "server_error" });
    const failed = goOn(cut, { choice: { kind: "model", model: "up/other" } });
    await world.answered(who, failed);
    expect(await world.messageOf(who, failed)).toMatchObject({
      text: "one two ",
      metadata: { status: "failed" },
    });
    world.upstream.script("other", { text: "three" });
    const next = goOn(failed, { choice: { kind: "model", model: "up/other" } });
    await world.answered(who, next);
    expect(await world.messageOf(who, next)).toMatchObject({
      text: "one two three",
      metadata: { model: "up/other" },
    });
  });

  test("goes on once, however often that is asked for", async () => {
    const who = await world.member();
    const cut = await stopped(who, "one two ");
    world.upstream.script("plain", { text: "three" });
    const next = goOn(cut);
    const [first, second] = await Promise.all([startReply(who, next), startReply(who, next)]);
    expect(first).toBe(second);
    await first.ended;
    expect((await startReply(who, next)).textOf("text")).toBe("one two three");
    expect(world.sentTo("plain")).toHaveLength(2);
    expect(await world.rowOf(who, next)).toMatchObject({ outcome: "complete" });
  });

  test("keeps what it cost before in a fork", async () => {
    const who = await world.member();
    const cut = await stopped(who, "one two ");
    world.upstream.script("plain", { text: "three" });
    const next = goOn(cut);
    await world.answered(who, next);
    const { chatId } = await forkChat(who, { chatId: cut.chatId, messageId: next.answerId });
    const copy = (await getConversation(who, chatId)).messages.at(-1);
    expect(copy?.metadata).toMatchObject({ continues: { costStatus: "unpriced" } });
  });
});

describe("what cannot be continued", () => {
  test("is an answer that is whole, one that said nothing, and one that is gone", async () => {
    const who = await world.member();
    const whole = ask("up/plain");
    await world.answered(who, whole);
    await expect(startReply(who, goOn(whole))).rejects.toThrow("invalid_input");
    world.upstream.script("plain", { fault: "server_error" });
    const nothing = ask("up/plain");
    await world.answered(who, nothing);
    await expect(startReply(who, goOn(nothing))).rejects.toThrow("invalid_input");
    const cut = await stopped(who, "one ");
    await expect(startReply(who, goOn(cut, { message: { id: newId(), text: "Other" } }))).rejects.toThrow(
      "invalid_input",
    );
    await expect(startReply(who, goOn(cut, { parentId: newId() }))).rejects.toThrow("not_found");
    await deleteMessage(who, { chatId: cut.chatId, messageId: cut.answerId });
    await expect(startReply(who, goOn(cut))).rejects.toThrow("not_found");
    expect(await allMessages(world.database.db, who.actor.teamId, cut.chatId)).toHaveLength(2);
  });

  test.each(["same team", "other team"])("is another's: %s", async (where) => {
    const owner = await world.member();
    const cut = await stopped(owner, "one ");
    const teamId = where === "same team" ? owner.actor.teamId : undefined;
    const stranger = await makeActor(world.database.db, "owner", teamId);
    await expect(startReply(stranger, goOn(cut))).rejects.toThrow("not_found");
    const own = await stopped(stranger, "mine ");
    await expect(startReply(stranger, goOn(own, { continuesId: cut.answerId }))).rejects.toThrow("not_found");
    expect((await getConversation(owner, cut.chatId)).messages).toHaveLength(2);
  });

  test.each(["billing", "guest"] as const)("is anything, to a %s", async (role) => {
    const who = await makeActor(world.database.db, role);
    await expect(startReply(who, goOn(ask("up/plain")))).rejects.toThrow("forbidden");
  });
});
