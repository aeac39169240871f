import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { messageText } from "@/components/chat/message-text";
import { backgroundIdle } from "@/lib/background";
import { continueFromSummary } from "@/lib/chat/continue-from-summary";
import { editSummary } from "@/lib/chat/edit-summary";
import { followResponse } from "@/lib/chat/follow-response";
import { getConversation } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import { reapRuns } from "@/lib/chat/reap-runs";
import { selectBranch } from "@/lib/chat/select-branch";
import { startReply } from "@/lib/chat/start-reply";
import { startSummary } from "@/lib/chat/start-summary";
import { stopReply } from "@/lib/chat/stop-reply";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { parseDecimal } from "@/lib/money/parse-decimal";
import { makeActor } from "../../support/people";
import {
  asked,
  messageOf,
  PRICED,
  ROOMY,
  SMALL,
  sentTo,
  summarised,
  summaryCalls,
  summaryWorld,
  talked,
} from "./summary-world";
import { Transcript } from "./transcript";

const world = summaryWorld();

const member = () => makeActor(world.database.db, "member");

const costOf = ({ metadata }: WyeMessage) => parseDecimal(metadata?.cost ?? "", 12);
const costOfCalls = async (context: Context) =>
  (await summaryCalls(context)).reduce((sum, { costPico }) => sum + BigInt(costPico ?? 0), 0n);

const lastSent = () => sentTo(world.upstream).at(-1)?.messages ?? [];

describe("a summary", () => {
  test("is written by the chosen model, has its own ledger row, and stays on the path under what it stands for", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context, PRICED);
    world.upstream.script("gpt-4o-mini", { text: "Everest 8,849 m.", inputTokens: 100, outputTokens: 10 });
    const summary = await summarised(context, chatId, lastId, PRICED);
    expect(messageText(summary)).toBe("Everest 8,849 m.");
    expect(summary.metadata).toMatchObject({
      status: "complete",
      parentId: lastId,
      model: "openai/gpt-4o-mini",
      costStatus: "exact",
      summary: { of: 4, editedAt: null },
    });
    expect((await getConversation(context, chatId)).messages).toHaveLength(5);
    expect(await summaryCalls(context)).toMatchObject([
      { messageId: summary.id, outcome: "complete", status: "exact", inputTokens: 100, outputTokens: 10 },
    ]);
    const [call] = sentTo(world.upstream, { summaries: true });
    expect(call?.messages[1]?.content).toContain("User:\nHow high is Everest?");
    expect(call?.messages[1]?.content).toContain("User:\nAnd K2?");
  });

  test("is sent in the place of what is above it, with what follows", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    world.upstream.script("small", { text: "Everest 8,849 m." }, { once: true });
    const summary = await summarised(context, chatId, lastId);
    const third = await asked(context, chatId, summary.id, "Which is higher?");
    expect(lastSent()).toHaveLength(1);
    expect(lastSent()[0]?.content).toMatch(/Everest 8,849 m\..*Which is higher\?$/s);
    expect(lastSent()[0]?.content).not.toContain("K2");
    await asked(context, chatId, third.answerId, "By how much?");
    expect(lastSent().map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
  });

  test("of what has a summary stands for both, and reads that one instead of what it stands for", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    world.upstream.script("small", { text: "Short once." }, { once: true });
    const first = await summarised(context, chatId, lastId);
    const third = await asked(context, chatId, first.id, "Which is higher?");
    const again = await summarised(context, chatId, third.answerId);
    expect(again.metadata?.summary?.of).toBe(6);
    const material = sentTo(world.upstream, { summaries: true }).at(-1)?.messages[1]?.content;
    expect(material).toContain("Summary of what came before:\nShort once.");
    expect(material).not.toContain("K2");
  });

  test("that is asked for twice is written once", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    const input = { chatId, parentId: lastId, summaryId: newId(), choice: SMALL };
    const [one, two] = await Promise.all([startSummary(context, input), startSummary(context, input)]);
    expect(one).toBe(two);
    await one.ended;
    const late = await startSummary(context, input);
    expect([late.isOver, late.textOf("text")]).toEqual([true, one.textOf("text")]);
    expect(late.metadata.summary?.of).toBe(4);
    expect(await summaryCalls(context)).toHaveLength(1);
  });

  test("is the only thing being written in its chat", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    const { promise: never } = Promise.withResolvers<void>();
    world.upstream.script("small", { text: "a b c", hold: { afterTokens: 1, released: never } });
    await startSummary(context, { chatId, parentId: lastId, summaryId: newId(), choice: SMALL });
    const question = {
      chatId,
      parentId: lastId,
      message: { id: newId(), text: "?" },
      answerId: newId(),
      choice: SMALL,
    };
    await expect(startReply(context, question)).rejects.toThrow("run_in_progress");
    await stopReply(context, chatId);
  });

  test("of nothing is refused", async () => {
    const context = await member();
    const { chatId } = await talked(context);
    const input = { chatId, parentId: newId(), summaryId: newId(), choice: SMALL };
    await expect(startSummary(context, input)).rejects.toThrow("not_found");
  });
});

describe("material that the chosen model cannot take at once", () => {
  const long = (words: number) => "mountain ".repeat(words);

  test("goes to a model of the same provider that can", async () => {
    const context = await member();
    const chatId = newId();
    const { answerId } = await asked(context, chatId, null, long(3_000), ROOMY);
    const summary = await summarised(context, chatId, answerId, SMALL);
    expect(summary.metadata).toMatchObject({ status: "complete", model: "openai-compatible/roomy" });
    expect((await getConversation(context, chatId)).choice).toEqual(SMALL);
  });

  test("and no model either, is summarised in parts, each with its row; the summary shows what all cost", async () => {
    const context = await member();
    const chatId = newId();
    const { answerId } = await asked(context, chatId, null, long(60_000), PRICED);
    world.upstream.script("gpt-4o-mini", { text: "A part.", inputTokens: 1_000, outputTokens: 100 });
    const summaryId = newId();
    const run = await startSummary(context, { chatId, parentId: answerId, summaryId, choice: PRICED });
    const read = new Transcript(followResponse(context, run));
    await Promise.all([run.ended, read.ended]);
    const summary = await messageOf(context, chatId, summaryId);
    const calls = await summaryCalls(context);
    expect(calls).toHaveLength(3);
    expect(calls.every(({ messageId }) => messageId === summary.id)).toBe(true);
    expect(costOf(summary)).toBe(await costOfCalls(context));
    expect(summary.metadata?.usage).toMatchObject({ input: 3_000, output: 300 });
    // Those who read along were told the same.
    expect(read.metadata).toMatchObject({
      cost: summary.metadata?.cost,
      usage: { input: 3_000, output: 300 },
    });
    expect(messageText(summary)).toBe("A part.");
    expect(sentTo(world.upstream, { summaries: true }).at(-1)?.messages[1]?.content).toBe(
      "A part.\n\nA part.",
    );
  });

  test("as its vendor says, is tried again in smaller portions", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    const long = await asked(context, chatId, lastId, "hill ".repeat(800));
    world.upstream.script("small", { fault: "context_length" }, { once: true });
    const summary = await summarised(context, chatId, long.answerId);
    expect(summary.metadata?.status).toBe("complete");
    const calls = await summaryCalls(context);
    expect(calls[0]).toMatchObject({ outcome: "failed", errorCode: "context_too_long" });
    expect(calls.length).toBeGreaterThan(3);
  });

  test("as its vendor says in mid-way, goes on with the parts that were summarised: none is paid for twice", async () => {
    const context = await member();
    const chatId = newId();
    const words = Array.from({ length: 60_000 }, (_, index) => `word${index}`).join(" ");
    const { answerId } = await asked(context, chatId, null, words, PRICED);
    await backgroundIdle();
    const part = { inputTokens: 1_000, outputTokens: 100 };
    world.upstream.script("gpt-4o-mini", { ...part, text: "The first part." }, { once: true });
    world.upstream.script("gpt-4o-mini", { fault: "context_length" }, { once: true });
    world.upstream.script("gpt-4o-mini", { ...part, text: "In short." });
    const summary = await summarised(context, chatId, answerId, PRICED);
    expect(summary.metadata?.status).toBe("complete");
    const material = sentTo(world.upstream, { summaries: true }).map(
      ({ messages }) => messages[1]?.content ?? "",
    );
    expect(material.filter((piece) => piece.includes("word0 "))).toHaveLength(1);
    expect(material.filter((piece) => piece.includes("word59999"))).toHaveLength(2);
    expect(material.find((piece, index) => index > 1 && piece.includes("The first part."))).toBeDefined();
    expect(costOf(summary)).toBe(await costOfCalls(context));
  });
});

describe("a summary that does not become whole", () => {
  /** As a process leaves it that dies before anybody was told which call it made. */
  async function leftInMidway(summaryId: string): Promise<void> {
    await world.database.db.execute(sql`
      update message set status = 'streaming', text = '', call_id = null where id = ${summaryId}`);
    await world.database.db.execute(sql`
      update run set state = 'running', ended_at = null, call_id = null, heartbeat_at = now() - interval '1 hour'
      where id = ${summaryId}`);
  }

  /** What was said is sent as if there were none. */
  async function expectNoEffect(context: Context, chatId: string, summaryId: string): Promise<void> {
    world.upstream.reset();
    await asked(context, chatId, summaryId, "Which is higher?");
    expect(lastSent().map(({ content }) => content)[0]).toBe("How high is Everest?");
    expect(lastSent()).toHaveLength(5);
  }

  test("because it was stopped keeps its text, is paid for, and takes no effect", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    const { promise: never } = Promise.withResolvers<void>();
    world.upstream.script("small", { text: "a b c", hold: { afterTokens: 2, released: never } });
    const summaryId = newId();
    const run = await startSummary(context, { chatId, parentId: lastId, summaryId, choice: SMALL });
    await expect.poll(() => run.textOf("text")).toContain("a b");
    expect(await stopReply(context, chatId)).toBe(true);
    const summary = await messageOf(context, chatId, summaryId);
    expect([summary.metadata?.status, messageText(summary)]).toEqual(["stopped", "a b "]);
    expect(await summaryCalls(context)).toMatchObject([{ outcome: "stopped", estimateMethod: "o200k_base" }]);
    await expect(editSummary(context, { chatId, messageId: summaryId, text: "x" })).rejects.toThrow(
      "not_found",
    );
    await expect(continueFromSummary(context, { chatId, messageId: summaryId })).rejects.toThrow("not_found");
    await expectNoEffect(context, chatId, summaryId);
  });

  test("because its vendor failed says so, and can be tried again beside it", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    world.upstream.script("small", { fault: "server_error" });
    const failed = await summarised(context, chatId, lastId);
    expect(failed.metadata).toMatchObject({ status: "failed", error: { code: "vendor_unavailable" } });
    world.upstream.script("small", {});
    const again = await summarised(context, chatId, lastId);
    expect(again.metadata?.status).toBe("complete");
    expect((await getConversation(context, chatId)).siblings[lastId]).toEqual([failed.id, again.id]);
    await selectBranch(context, { chatId, messageId: failed.id });
    await expectNoEffect(context, chatId, failed.id);
  });

  test("because its process died while it read parts shows what the parts had cost", async () => {
    const context = await member();
    const chatId = newId();
    const { answerId } = await asked(context, chatId, null, "mountain ".repeat(60_000), PRICED);
    await backgroundIdle();
    world.upstream.script("gpt-4o-mini", { text: "A part.", inputTokens: 1_000, outputTokens: 100 });
    const { id } = await summarised(context, chatId, answerId, PRICED);
    await leftInMidway(id);
    expect(await reapRuns(world.database.db)).toBe(0);
    expect(await reapRuns(world.database.db)).toBe(1);
    const summary = await messageOf(context, chatId, id);
    expect(summary.metadata).toMatchObject({ status: "interrupted", usage: { input: 3_000, output: 300 } });
    expect(costOf(summary)).toBe(await costOfCalls(context));
  });

  test("because its process died is marked, and takes no effect", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    const { id } = await summarised(context, chatId, lastId);
    await leftInMidway(id);
    expect(await reapRuns(world.database.db)).toBe(0);
    expect(await reapRuns(world.database.db)).toBe(1);
    expect((await messageOf(context, chatId, id)).metadata).toMatchObject({
      status: "interrupted",
      summary: { of: 4 },
    });
    await expectNoEffect(context, chatId, id);
  });
});
