import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deleteMessage } from "@/lib/chat/delete-message";
import { type ConversationView, getConversation } from "@/lib/chat/get-conversation";
import { getMessagePage } from "@/lib/chat/get-message-page";
import type { WyeMessage } from "@/lib/chat/message";
import { restoreMessage } from "@/lib/chat/restore-message";
import { selectBranch } from "@/lib/chat/select-branch";
import type { Siblings } from "@/lib/chat/tree";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { longPath, type SeededMessage, seedChat } from "../../support/seed-chats";

let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const member = () => makeActor(database.db, "member");
const seed = ({ actor }: Context, messages: readonly SeededMessage[]) =>
  seedChat(sql, actor, "Long", messages);
const places = (messages: readonly WyeMessage[]) => messages.map(({ metadata }) => metadata?.position);
const ids = (messages: readonly WyeMessage[]) => messages.map(({ id }) => id);
const firstPlace = (messages: readonly WyeMessage[]) => messages[0]?.metadata?.position ?? 0;

/** Reads all pages above the end of what is shown, as a reader does who scrolls up. */
async function joined(context: Context, chatId: string, view: ConversationView) {
  let messages = view.messages;
  let siblings: Siblings = view.siblings;
  const above = messages[0]?.id ?? "";
  const total = firstPlace(messages);
  for (let from = total - 1; from >= 0; from = firstPlace(messages) - 1) {
    const page = await getMessagePage(context, { chatId, above, from, to: Math.max(0, from - 49) });
    expect(page.total).toBe(total);
    expect(page.messages.length).toBeGreaterThan(0);
    messages = [...page.messages, ...messages];
    siblings = { ...page.siblings, ...siblings };
  }
  return { messages, siblings };
}

describe("the end of a long path", () => {
  test("comes with the chat, the rest in pages that join it", async () => {
    const context = await member();
    const path = longPath(400);
    const chatId = await seed(context, path);
    const view = await getConversation(context, chatId);
    expect(view.messages).toHaveLength(50);
    expect(places(view.messages)).toEqual(Array.from({ length: 50 }, (_, index) => 350 + index));
    const whole = await joined(context, chatId, view);
    expect(ids(whole.messages)).toEqual(path.map(({ id }) => id));
    expect(places(whole.messages)).toEqual(path.map((_, index) => index));
  });

  test("is cut shorter where messages are very long, but never to nothing", async () => {
    const context = await member();
    const path = longPath(12).map((message) => ({ ...message, text: "x".repeat(100_000) }));
    const view = await getConversation(context, await seed(context, path));
    expect(ids(view.messages)).toEqual(path.slice(-3).map(({ id }) => id));
    const [only] = longPath(1).map((message) => ({ ...message, text: "x".repeat(900_000) }));
    if (only === undefined) throw new RangeError("no message");
    expect((await getConversation(context, await seed(context, [only]))).messages).toHaveLength(1);
  });

  test("can be had whole", async () => {
    const context = await member();
    const path = longPath(120);
    const whole = await getConversation(context, await seed(context, path), { whole: true });
    expect(ids(whole.messages)).toEqual(path.map(({ id }) => id));
  });
});

describe("a page", () => {
  test("begins where it is asked to, and goes either way", async () => {
    const context = await member();
    const path = longPath(200);
    const chatId = await seed(context, path);
    const above = path[150]?.id ?? "";
    const page = async (from: number, to: number) =>
      places((await getMessagePage(context, { chatId, above, from, to })).messages);
    expect(await page(0, 149)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(await page(149, 0)).toEqual(Array.from({ length: 50 }, (_, index) => 100 + index));
    expect(await page(3, 5)).toEqual([3, 4, 5]);
    expect(await page(500, 600)).toEqual([]);
  });

  test("is for the chat's owner alone", async () => {
    const owner = await member();
    const path = longPath(60);
    const chatId = await seed(owner, path);
    const input = { chatId, above: path[59]?.id ?? "", from: 0, to: 9 };
    const colleague = await makeActor(database.db, "owner", owner.actor.teamId);
    await expect(getMessagePage(colleague, input)).rejects.toThrow("not_found");
    await expect(getMessagePage(await member(), input)).rejects.toThrow("not_found");
    const guest = await makeActor(database.db, "guest", owner.actor.teamId);
    await expect(getMessagePage(guest, input)).rejects.toThrow("forbidden");
    const other = await seed(owner, longPath(2));
    await expect(getMessagePage(owner, { ...input, chatId: other })).rejects.toThrow("not_found");
    expect((await getMessagePage(owner, input)).messages).toHaveLength(10);
  });

  test("of a message that was just deleted is of what stood above it", async () => {
    const context = await member();
    const path = longPath(100);
    const chatId = await seed(context, path);
    const messageId = path[60]?.id ?? "";
    await deleteMessage(context, { chatId, messageId });
    const page = await getMessagePage(context, { chatId, above: messageId, from: 59, to: 50 });
    expect(page.total).toBe(60);
    expect(ids(page.messages)).toEqual(path.slice(50, 60).map(({ id }) => id));
  });
});

describe("what is done far from the end", () => {
  test("a branch that parts there comes with its end and with the place where one walked", async () => {
    const context = await member();
    const trunk = longPath(300);
    const edited = { ...longPath(1)[0], id: newId(), parentId: trunk[99]?.id ?? null } as SeededMessage;
    const tail = longPath(150).map((message, index) =>
      index === 0 ? { ...message, parentId: edited.id } : message,
    );
    const chatId = await seed(context, [...trunk, edited, ...tail]);
    const back = await selectBranch(context, { chatId, messageId: trunk[100]?.id ?? "" });
    expect(ids(back.messages)).toEqual(trunk.slice(-50).map(({ id }) => id));
    expect(ids(back.around?.messages ?? [])).toContain(trunk[100]?.id);
    expect(back.around?.siblings).toEqual({ [trunk[99]?.id ?? ""]: [trunk[100]?.id, edited.id] });
  });

  test("deleting and restoring come with the place where it was done", async () => {
    const context = await member();
    const path = longPath(300);
    const chatId = await seed(context, path);
    const messageId = path[40]?.id ?? "";
    const without = await deleteMessage(context, { chatId, messageId });
    expect(ids(without.around?.messages ?? [])).toContain(path[39]?.id);
    expect(ids(without.around?.messages ?? [])).not.toContain(messageId);
    const back = await restoreMessage(context, { chatId, messageId });
    expect(ids(back.around?.messages ?? [])).toContain(messageId);
  });

  test("near the end nothing comes twice", async () => {
    const context = await member();
    const path = longPath(300);
    const chatId = await seed(context, path);
    const view = await selectBranch(context, { chatId, messageId: path[298]?.id ?? "" });
    expect(view.around).toBeNull();
  });
});

test("whatever the tree, its pages joined are the whole path, and the siblings too", async () => {
  const context = await member();
  const trees = fc.array(fc.record({ back: fc.nat({ max: 3 }), bytes: fc.constantFrom(1, 90_000) }), {
    minLength: 1,
    maxLength: 160,
  });
  await fc.assert(
    fc.asyncProperty(trees, fc.array(fc.nat({ max: 159 }), { maxLength: 5 }), async (shape, deleted) => {
      const messages: SeededMessage[] = [];
      for (const { back, bytes } of shape) {
        const parentId = messages.at(-1 - back)?.id ?? null;
        messages.push({ id: newId(), parentId, role: "user", text: "x".repeat(bytes) });
      }
      const chatId = await seed(context, messages);
      const gone = deleted.flatMap((at) => messages[at]?.id ?? []);
      for (const messageId of gone) await deleteMessage(context, { chatId, messageId });
      const whole = await getConversation(context, chatId, { whole: true });
      const pages = await joined(context, chatId, await getConversation(context, chatId));
      expect(pages).toEqual({ messages: whole.messages, siblings: whole.siblings });
    }),
    { numRuns: 25 },
  );
});
