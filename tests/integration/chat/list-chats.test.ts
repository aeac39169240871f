import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteChat } from "@/lib/chat/delete-chat";
import { type ChatListQuery, listChats } from "@/lib/chat/list-chats";
import type { ChatSummary } from "@/lib/chat/message";
import type { Context } from "@/lib/context";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { seedChat, seedChats } from "../../support/seed-chats";

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
const titles = (chats: readonly ChatSummary[]) => chats.map(({ title }) => title);

async function all(context: Context, query: ChatListQuery = {}): Promise<ChatSummary[]> {
  const page = await listChats(context, query);
  return page.next === null
    ? page.chats
    : [...page.chats, ...(await all(context, { ...query, after: page.next }))];
}

test("a page at a time, the list is whole, newest first and without a chat twice", async () => {
  const context = await member();
  await seedChats(sql, context.actor, 1_234);
  const first = await listChats(context);
  expect(first.chats).toHaveLength(100);
  const listed = await all(context);
  expect(titles(listed)).toEqual(Array.from({ length: 1_234 }, (_, nth) => `Chat ${nth + 1}`));
});

test("chats of the same instant are all listed", async () => {
  const context = await member();
  await seedChats(sql, context.actor, 500);
  await sql`update chat set updated_at = '2026-01-01' where person_id = ${context.actor.personId}`;
  expect(new Set((await all(context)).map(({ id }) => id)).size).toBe(500);
});

test("a search finds what is in any title, whatever its case, and takes nothing for a pattern", async () => {
  const context = await member();
  await seedChats(sql, context.actor, 300);
  await seedChat(sql, context.actor, "Über 50% günstiger_heute", []);
  const found = async (search: string) => titles(await all(context, { search }));
  expect(await found("chat 299")).toEqual(["Chat 299"]);
  expect(await found("ÜBER 50%")).toEqual(["Über 50% günstiger_heute"]);
  expect(await found("%")).toEqual(["Über 50% günstiger_heute"]);
  expect(await found("_")).toEqual(["Über 50% günstiger_heute"]);
  expect(await found("nowhere")).toEqual([]);
  expect(await found("chat")).toHaveLength(300);
});

test("nobody else's chats are listed or found, and no deleted ones", async () => {
  const context = await member();
  const colleague = await makeActor(database.db, "owner", context.actor.teamId);
  const chatId = await seedChat(sql, context.actor, "Secret", []);
  expect(await all(colleague)).toEqual([]);
  expect(await all(colleague, { search: "secret" })).toEqual([]);
  await deleteChat(context, chatId);
  expect(await all(context, { search: "secret" })).toEqual([]);
});

test("what is no place in a list is refused, and so is a guest", async () => {
  const context = await member();
  for (const after of ["", "x", "2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z_x"])
    await expect(listChats(context, { after })).rejects.toThrow("invalid_input");
  await expect(listChats(await makeActor(database.db, "guest"))).rejects.toThrow("forbidden");
});
