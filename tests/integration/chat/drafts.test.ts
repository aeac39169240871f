import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { purgeDrafts } from "@/db/queries/drafts";
import { chat } from "@/db/schema";
import { deleteChat } from "@/lib/chat/delete-chat";
import { NO_DRAFT } from "@/lib/chat/draft";
import { getDraft } from "@/lib/chat/get-draft";
import { saveDraft } from "@/lib/chat/save-draft";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { said } from "./said";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const member = (teamId?: string) => makeActor(database.db, "member", teamId);
async function withChat() {
  const context = await member();
  const chatId = newId();
  await said(context, { chatId, parentId: null, text: "the sky" });
  return { context, chatId };
}

test("what one device typed, another finds: each chat its own, and the next new chat", async () => {
  const { context, chatId } = await withChat();
  expect(await getDraft(context, chatId)).toEqual(NO_DRAFT);
  expect(await saveDraft(context, chatId, { text: "And the sea?", base: 0 })).toEqual({
    saved: true,
    version: 1,
  });
  expect(await saveDraft(context, null, { text: "Something else", base: 0 })).toEqual({
    saved: true,
    version: 1,
  });
  expect(await getDraft(context, chatId)).toEqual({ text: "And the sea?", version: 1 });
  expect(await getDraft(context, null)).toEqual({ text: "Something else", version: 1 });
});

test("a device that missed a change does not write over it, and learns what it was", async () => {
  const { context, chatId } = await withChat();
  await saveDraft(context, chatId, { text: "one", base: 0 });
  expect(await saveDraft(context, chatId, { text: "two", base: 1 })).toEqual({ saved: true, version: 2 });
  const late = await saveDraft(context, chatId, { text: "three", base: 1 });
  expect(late).toEqual({ saved: false, current: { text: "two", version: 2 } });
  expect(await saveDraft(context, chatId, { text: "two three", base: 2 })).toEqual({
    saved: true,
    version: 3,
  });
});

test("two devices that write at the same moment: one is told of the other", async () => {
  const { context, chatId } = await withChat();
  const answers = await Promise.all(
    ["one", "two"].map((text) => saveDraft(context, chatId, { text, base: 0 })),
  );
  expect(answers.map(({ saved }) => saved).sort()).toEqual([false, true]);
});

test("an emptied draft, and one whose chat is gone, leave no row for ever; others stay", async () => {
  const { context, chatId } = await withChat();
  const gone = await withChat();
  await saveDraft(context, chatId, { text: "kept", base: 0 });
  await saveDraft(context, null, { text: "", base: 0 });
  await saveDraft(gone.context, gone.chatId, { text: "of a chat that goes", base: 0 });
  await deleteChat(gone.context, gone.chatId);
  const later = new Date(Date.now() + 1_000);
  await database.db.delete(chat).where(eq(chat.id, gone.chatId));
  await purgeDrafts(database.db, new Date(0));
  expect(await countDrafts()).toBe(3);
  await purgeDrafts(database.db, later);
  expect(await countDrafts()).toBe(1);
  expect(await getDraft(context, chatId)).toMatchObject({ text: "kept" });

  async function countDrafts(): Promise<number> {
    const rows = await database.db.execute<{ count: number }>(sql`
      select count(*)::int as count from draft
      where person_id in (${context.actor.personId}, ${gone.context.actor.personId})`);
    return rows[0]?.count ?? 0;
  }
});

describe("another's draft", () => {
  test.each(["same team", "other team"])("is neither read nor written: %s", async (where) => {
    const { context, chatId } = await withChat();
    await saveDraft(context, chatId, { text: "private", base: 0 });
    const stranger = await member(where === "same team" ? context.actor.teamId : undefined);
    expect(await getDraft(stranger, chatId)).toEqual(NO_DRAFT);
    await expect(saveDraft(stranger, chatId, { text: "mine", base: 0 })).rejects.toThrow("not_found");
    expect(await getDraft(context, chatId)).toEqual({ text: "private", version: 1 });
  });

  test.each(["billing", "guest"] as const)("a %s has none", async (role) => {
    const context = await makeActor(database.db, role);
    await expect(getDraft(context, null)).rejects.toThrow("forbidden");
    await expect(saveDraft(context, null, { text: "typed", base: 0 })).rejects.toThrow("forbidden");
  });
});
