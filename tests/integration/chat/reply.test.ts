import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listLedger } from "@/db/queries/ledgers";
import { upsertProvider } from "@/db/queries/providers";
import { backgroundIdle } from "@/lib/background";
import { deleteChat } from "@/lib/chat/delete-chat";
import { getConversation } from "@/lib/chat/get-conversation";
import { reapRuns } from "@/lib/chat/reap-runs";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { restoreChat } from "@/lib/chat/restore-chat";
import { startReply } from "@/lib/chat/start-reply";
import { stopReply } from "@/lib/chat/stop-reply";
import { Stopped } from "@/lib/completion/stop-reason";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { allMessages } from "./all-messages";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await backgroundIdle();
  await database.drop();
});

async function memberWithDemo(role: "owner" | "member" = "member"): Promise<Context> {
  const context = await makeActor(database.db, role);
  await connectDemo(context.actor.teamId);
  return context;
}

async function connectDemo(teamId: string): Promise<void> {
  await upsertProvider(database.db, {
    teamId,
    id: newId(),
    vendor: "demo",
    name: "demo",
    source: "demo",
    models: [{ id: "wye-demo" }],
  });
}

const question = (change: Partial<ReplyInput> = {}): ReplyInput => ({
  chatId: newId(),
  message: { id: newId(), text: "Why is the sky blue?" },
  parentId: null,
  answerId: newId(),
  choice: { kind: "mode", mode: "knowledge" },
  ...change,
});

describe("a reply", () => {
  test("is kept with its reasoning, priced, and found again as it was", async () => {
    const context = await memberWithDemo();
    const input = question({ choice: { kind: "mode", mode: "reasoning" } });
    const run = await startReply(context, input);
    await run.ended;
    const { messages } = await getConversation(context, input.chatId);
    expect(messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
    const answer = messages[1];
    expect(answer?.parts.map(({ type }) => type)).toEqual(["reasoning", "text"]);
    expect(answer?.metadata).toMatchObject({
      status: "complete",
      mode: "reasoning",
      demo: true,
      costStatus: "exact",
    });
    const rows = await listLedger(database.db, { teamId: context.actor.teamId }, 10);
    const row = rows.find(({ purpose }) => purpose === "chat");
    expect(row).toMatchObject({
      messageId: input.answerId,
      outcome: "complete",
      status: "exact",
      demo: true,
    });
    expect(BigInt(row?.costPico ?? 0)).toBeGreaterThan(0n);
  });

  test("gets a title from a call of its own, which has its own row", async () => {
    const context = await memberWithDemo();
    const input = question();
    await (await startReply(context, input)).ended;
    await backgroundIdle();
    expect((await getConversation(context, input.chatId)).title).toBeTruthy();
    const rows = await listLedger(database.db, { teamId: context.actor.teamId }, 10);
    expect(rows.map(({ purpose }) => purpose).sort()).toEqual(["chat", "title"]);
  });

  test("that is asked for twice runs once", async () => {
    const context = await memberWithDemo();
    const input = question();
    const run = await startReply(context, input);
    expect(await startReply(context, input)).toBe(run);
    await run.ended;
    const again = await startReply(context, input);
    expect(again.isOver).toBe(true);
    expect(again.textOf("text")).toBe(run.textOf("text"));
    const rows = await listLedger(database.db, { teamId: context.actor.teamId }, 10);
    expect(rows.filter(({ purpose }) => purpose === "chat")).toHaveLength(1);
  });

  test("that is asked for twice at the same moment runs once", async () => {
    const context = await memberWithDemo();
    const input = question();
    const [one, two] = await Promise.all([startReply(context, input), startReply(context, input)]);
    expect(one).toBe(two);
    await one.ended;
    await backgroundIdle();
    const rows = await listLedger(database.db, { teamId: context.actor.teamId }, 10);
    expect(rows.filter(({ purpose }) => purpose === "chat")).toHaveLength(1);
  });

  test("is the only one being written in its chat", async () => {
    const context = await memberWithDemo();
    const first = question();
    const second = question({ chatId: first.chatId });
    const [run, refused] = await Promise.allSettled([
      startReply(context, first),
      startReply(context, second),
    ]);
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "run_in_progress" } });
    if (run.status === "fulfilled") run.value.stop(new Stopped());
  });

  test("that is stopped before it has begun is never paid for", async () => {
    const context = await memberWithDemo();
    const input = question();
    const starting = startReply(context, input);
    expect(await stopReply(context, input.chatId)).toBe(true);
    await (await starting).ended;
    const [, answer] = (await getConversation(context, input.chatId)).messages;
    expect(answer?.metadata).toMatchObject({ status: "stopped", cost: "0" });
  });

  test("whose first answer fails names the chat by its question", async () => {
    const context = await makeActor(database.db, "member");
    const input = question();
    await (await startReply(context, input)).ended;
    await backgroundIdle();
    expect((await getConversation(context, input.chatId)).title).toBe("Why is the sky blue?");
  });

  test("whose chat is deleted meanwhile is stopped, and no title is paid for", async () => {
    const context = await memberWithDemo();
    const input = question();
    const run = await startReply(context, input);
    await said(run);
    await deleteChat(context, input.chatId);
    await backgroundIdle();
    await expect(getConversation(context, input.chatId)).rejects.toThrow("not_found");
    const rows = await listLedger(database.db, { teamId: context.actor.teamId }, 10);
    expect(rows).toMatchObject([{ purpose: "chat", outcome: "stopped" }]);
    await restoreChat(context, input.chatId);
    expect((await getConversation(context, input.chatId)).messages).toHaveLength(2);
  });

  test("whose process died is marked, keeps its text, and does not block the chat", async () => {
    const context = await memberWithDemo();
    const first = question();
    await (await startReply(context, first)).ended;
    const { teamId } = context.actor;
    await database.db.execute(sql`
      update message set status = 'streaming', text = '', reasoning = '', model = null
      where team_id = ${teamId} and id = ${first.answerId}`);
    await database.db.execute(sql`
      update run set state = 'running', ended_at = null, heartbeat_at = now() - interval '1 hour'
      where team_id = ${teamId} and id = ${first.answerId}`);
    expect(await reapRuns(database.db)).toBe(0);
    expect(await reapRuns(database.db)).toBe(1);
    const [, answer] = (await getConversation(context, first.chatId)).messages;
    expect(answer?.metadata).toMatchObject({ status: "interrupted", model: "demo/wye-demo" });
    expect(answer?.parts.length).toBeGreaterThan(0);
    const next = question({ chatId: first.chatId, parentId: first.answerId });
    await (await startReply(context, next)).ended;
    expect((await getConversation(context, first.chatId)).messages).toHaveLength(4);
  });

  test("refuses an id that is taken by something else", async () => {
    const context = await memberWithDemo();
    const first = question();
    await (await startReply(context, first)).ended;
    const other = question({ message: { id: first.message?.id ?? "", text: "Something else" } });
    await expect(startReply(context, other)).rejects.toThrow("conflict");
    await expect(startReply(context, question({ answerId: first.answerId }))).rejects.toThrow("conflict");
  });

  test("that is stopped keeps what was said and is accounted for as an estimate", async () => {
    const context = await memberWithDemo();
    const input = question();
    const run = await startReply(context, input);
    await said(run);
    expect(await stopReply(context, input.chatId)).toBe(true);
    const [, answer] = (await getConversation(context, input.chatId)).messages;
    expect(answer?.metadata).toMatchObject({ status: "stopped", costStatus: "estimated" });
    expect(answer?.parts.length).toBeGreaterThan(0);
    const [row] = await listLedger(database.db, { teamId: context.actor.teamId }, 10);
    expect(row).toMatchObject({ outcome: "stopped", status: "estimated", estimateMethod: "o200k_base" });
  });

  test("with no model connected says so, keeps the question, and costs nothing", async () => {
    const context = await makeActor(database.db, "member");
    const input = question();
    await (await startReply(context, input)).ended;
    const [asked, answer] = (await getConversation(context, input.chatId)).messages;
    expect(asked?.parts).toMatchObject([{ text: "Why is the sky blue?" }]);
    expect(answer?.metadata).toMatchObject({ status: "failed", error: { code: "no_model" } });
    expect(await listLedger(database.db, { teamId: context.actor.teamId }, 10)).toEqual([]);
  });

  test("to an edited question is a sibling: the first branch stays", async () => {
    const context = await memberWithDemo();
    const first = question();
    await (await startReply(context, first)).ended;
    const edited = question({ chatId: first.chatId, message: { id: newId(), text: "And the sea?" } });
    await (await startReply(context, edited)).ended;
    const shown = (await getConversation(context, first.chatId)).messages.map(({ id }) => id);
    expect(shown).toEqual([edited.message?.id, edited.answerId]);
    const all = await allMessages(database.db, context.actor.teamId, first.chatId);
    expect(all).toHaveLength(4);
  });

  test("again to a question that is there adds a sibling answer", async () => {
    const context = await memberWithDemo();
    const first = question();
    await (await startReply(context, first)).ended;
    const again = question({
      chatId: first.chatId,
      message: null,
      parentId: first.message?.id ?? null,
    });
    await (await startReply(context, again)).ended;
    const shown = (await getConversation(context, first.chatId)).messages.map(({ id }) => id);
    expect(shown).toEqual([first.message?.id, again.answerId]);
  });
});

describe("another's chat", () => {
  test.each(["same team", "other team"])("is not found: %s", async (where) => {
    const owner = await memberWithDemo();
    const input = question();
    await (await startReply(owner, input)).ended;
    const stranger = await makeActor(
      database.db,
      "owner",
      where === "same team" ? owner.actor.teamId : undefined,
    );
    await expect(getConversation(stranger, input.chatId)).rejects.toThrow("not_found");
    const intruding = question({ chatId: input.chatId, parentId: input.answerId });
    if (where === "same team") await expect(startReply(stranger, intruding)).rejects.toThrow("not_found");
    expect(await stopReply(stranger, input.chatId)).toBe(false);
    expect((await getConversation(owner, input.chatId)).messages).toHaveLength(2);
  });

  test("cannot be hung under a message of a different chat", async () => {
    const context = await memberWithDemo();
    const first = question();
    await (await startReply(context, first)).ended;
    await expect(startReply(context, question({ parentId: first.answerId }))).rejects.toThrow("not_found");
  });
});

test.each(["billing", "guest"] as const)("a %s cannot ask", async (role) => {
  const context = await makeActor(database.db, role);
  await expect(startReply(context, question())).rejects.toThrow("forbidden");
  await expect(stopReply(context, newId())).rejects.toThrow("forbidden");
  await expect(getConversation(context, newId())).rejects.toThrow("forbidden");
});

/** Resolves once the run has said something. */
async function said(run: Awaited<ReturnType<typeof startReply>>): Promise<void> {
  await new Promise<void>((resolve) => {
    run.follow({
      write: (bytes) => {
        if (new TextDecoder().decode(bytes).includes("-delta")) resolve();
      },
      end: () => resolve(),
    });
  });
}
