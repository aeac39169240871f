import { afterAll, beforeAll, expect, test } from "vitest";
import { upsertProvider } from "@/db/queries/providers";
import { backgroundIdle } from "@/lib/background";
import { deleteChat } from "@/lib/chat/delete-chat";
import { readChatList } from "@/lib/chat/read-chat-list";
import { renameChat } from "@/lib/chat/rename-chat";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { startReply } from "@/lib/chat/start-reply";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await backgroundIdle();
  await database.drop();
});

async function memberWithDemo(): Promise<Context> {
  const context = await makeActor(database.db, "member");
  await connectDemo(context);
  return context;
}

async function connectDemo(context: Context): Promise<void> {
  await upsertProvider(database.db, {
    teamId: context.actor.teamId,
    id: newId(),
    vendor: "demo",
    name: "demo",
    source: "demo",
    models: [{ id: "wye-demo" }],
  });
}

/** Asks, and waits until the answer and the title are there. */
async function ask(who: Context, chatId: string, change: Partial<ReplyInput> = {}): Promise<ReplyInput> {
  const input: ReplyInput = {
    chatId,
    message: { id: newId(), text: "Why is the sky blue?" },
    parentId: null,
    answerId: newId(),
    choice: { kind: "mode", mode: "knowledge" },
    ...change,
  };
  const run = await startReply(who, input);
  await run.ended;
  await backgroundIdle();
  return input;
}

const versionOf = async (who: Context) => (await readChatList(who, {}, null)).version;

test("who has the list is given nothing, until something in it changes: a turn, a title, a deletion", async () => {
  const who = await memberWithDemo();
  const chatId = newId();
  const versions = [await versionOf(who)];
  const changes = async (change: () => Promise<unknown>) => {
    await change();
    const known = versions.at(-1) ?? "";
    const { version, page } = await readChatList(who, {}, known);
    expect(page).not.toBeNull();
    expect(version).not.toBe(known);
    expect(await readChatList(who, {}, version)).toEqual({ version, page: null });
    versions.push(version);
    return page?.chats;
  };

  const first = await ask(who, chatId);
  expect(await changes(async () => undefined)).toMatchObject([
    { id: chatId, streaming: false, leafId: first.answerId },
  ]);
  const second = newId();
  const chats = await changes(() => ask(who, chatId, { parentId: first.answerId, answerId: second }));
  expect(chats).toMatchObject([{ id: chatId, leafId: second }]);
  await changes(() => renameChat(who, chatId, "Light"));
  expect(await changes(() => deleteChat(who, chatId))).toEqual([]);
});

test("what another person says in the same team, or in another team, changes nothing", async () => {
  const [who, other] = [await memberWithDemo(), await memberWithDemo()];
  const colleague = await makeActor(database.db, "member", who.actor.teamId);
  await ask(who, newId());
  const version = await versionOf(who);
  await ask(other, newId());
  await ask(colleague, newId());
  expect(await readChatList(who, {}, version)).toEqual({ version, page: null });
  expect((await readChatList(colleague, {}, version)).page?.chats).toHaveLength(1);
});

test("a role that may not chat is refused", async () => {
  const billing = await makeActor(database.db, "billing");
  await expect(readChatList(billing, {}, null)).rejects.toMatchObject({ code: "forbidden" });
});

test("a chat whose last answer failed says so until it is asked again", async () => {
  const who = await makeActor(database.db, "member");
  const chatId = newId();
  const listed = async () => (await readChatList(who, {}, null)).page?.chats;
  const { message } = await ask(who, chatId);
  expect(await listed()).toMatchObject([{ id: chatId, streaming: false, broken: true }]);
  await connectDemo(who);
  await ask(who, chatId, { message: null, parentId: message?.id ?? null });
  expect(await listed()).toMatchObject([{ id: chatId, streaming: false, broken: false }]);
});
