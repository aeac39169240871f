import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyMessages, emptyDeletedMessages, listPath } from "@/db/queries/messages";
import { message } from "@/db/schema";
import { deleteChat } from "@/lib/chat/delete-chat";
import { deleteMessage } from "@/lib/chat/delete-message";
import { forkChat } from "@/lib/chat/fork-chat";
import { type ConversationView, getConversation } from "@/lib/chat/get-conversation";
import { restoreMessage } from "@/lib/chat/restore-message";
import { selectBranch } from "@/lib/chat/select-branch";
import { ROOT } from "@/lib/chat/tree";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { allMessages } from "./all-messages";
import { answeredAgain, answering, said } from "./said";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const member = () => makeActor(database.db, "member");
const shown = ({ messages }: ConversationView) => messages.map(({ id }) => id);

/** Two turns, the first question edited: the edited branch is active. */
async function editedChat(context: Context) {
  const chatId = newId();
  const first = await said(context, { chatId, parentId: null, text: "the sky" });
  const second = await said(context, { chatId, parentId: first.answerId, text: "the sea" });
  const edited = await said(context, { chatId, parentId: null, text: "the moon" });
  return { chatId, first, second, edited };
}

describe("walking the branches", () => {
  test("an edited question is beside the first, whose later turns are all there", async () => {
    const context = await member();
    const { chatId, first, second, edited } = await editedChat(context);
    const now = await getConversation(context, chatId);
    expect(shown(now)).toEqual([edited.questionId, edited.answerId]);
    expect(now.siblings).toEqual({ [ROOT]: [first.questionId, edited.questionId] });

    const back = await selectBranch(context, { chatId, messageId: first.questionId });
    expect(shown(back)).toEqual([first.questionId, first.answerId, second.questionId, second.answerId]);
  });

  test("the chat remembers where one went", async () => {
    const context = await member();
    const { chatId, first } = await editedChat(context);
    const chosen = await selectBranch(context, { chatId, messageId: first.questionId });
    expect(shown(await getConversation(context, chatId))).toEqual(shown(chosen));
  });

  test("answers to one question are beside each other", async () => {
    const context = await member();
    const chatId = newId();
    const { questionId, answerId } = await said(context, { chatId, parentId: null, text: "the sky" });
    const again = await answeredAgain(context, chatId, questionId);
    expect((await getConversation(context, chatId)).siblings).toEqual({ [questionId]: [answerId, again] });
    const back = await selectBranch(context, { chatId, messageId: answerId });
    expect(shown(back)).toEqual([questionId, answerId]);
  });

  test("nobody goes to a message of another chat, or to a deleted one", async () => {
    const context = await member();
    const { chatId, first } = await editedChat(context);
    const other = await editedChat(context);
    await expect(selectBranch(context, { chatId, messageId: other.first.questionId })).rejects.toThrow(
      "not_found",
    );
    await deleteMessage(context, { chatId, messageId: first.questionId });
    await expect(selectBranch(context, { chatId, messageId: first.questionId })).rejects.toThrow("not_found");
  });
});

describe("deleting one message", () => {
  test("hides it alone: what followed it follows the message before it, and undo is exact", async () => {
    const context = await member();
    const { chatId, first, second } = await editedChat(context);
    const before = await selectBranch(context, { chatId, messageId: first.questionId });
    const without = await deleteMessage(context, { chatId, messageId: first.answerId });
    expect(shown(without)).toEqual([first.questionId, second.questionId, second.answerId]);
    expect(without.messages[1]?.metadata?.parentId).toBe(first.questionId);
    expect(await restoreMessage(context, { chatId, messageId: first.answerId })).toEqual(before);
  });

  test("at the end turns to the branch beside it, and undo comes back", async () => {
    const context = await member();
    const { chatId, first, second, edited } = await editedChat(context);
    await deleteMessage(context, { chatId, messageId: edited.answerId });
    const turned = await deleteMessage(context, { chatId, messageId: edited.questionId });
    expect(shown(turned)).toEqual([first.questionId, first.answerId, second.questionId, second.answerId]);
    await restoreMessage(context, { chatId, messageId: edited.questionId });
    const back = await restoreMessage(context, { chatId, messageId: edited.answerId });
    expect(shown(back)).toEqual([edited.questionId, edited.answerId]);
  });

  test("keeps it from models, unless it is what is answered", async () => {
    const context = await member();
    const { chatId, first, second } = await editedChat(context);
    const sent = async (leafId: string) =>
      (await listPath(database.db, context.actor.teamId, chatId, leafId)).map(({ id }) => id);
    await deleteMessage(context, { chatId, messageId: first.answerId });
    expect(await sent(second.questionId)).toEqual([first.questionId, second.questionId]);
    await deleteMessage(context, { chatId, messageId: second.questionId });
    expect(await sent(second.questionId)).toEqual([first.questionId, second.questionId]);
    expect(await sent(second.answerId)).toEqual([first.questionId, second.answerId]);
  });

  test("waits for the end of its answer", async () => {
    const context = await member();
    const { chatId, edited } = await editedChat(context);
    const ref = { chatId, messageId: await answering(context, chatId, edited.questionId) };
    await expect(deleteMessage(context, ref)).rejects.toThrow("run_in_progress");
    await expect(forkChat(context, ref)).rejects.toThrow("run_in_progress");
  });

  test("for good empties it and keeps its place; it cannot be brought back", async () => {
    const context = await member();
    const { chatId, first, second } = await editedChat(context);
    await deleteMessage(context, { chatId, messageId: first.answerId });
    await database.db
      .update(message)
      .set({ deletedAt: new Date(0) })
      .where(eq(message.id, first.answerId));
    await emptyDeletedMessages(database.db, new Date(1));
    const rows = await allMessages(database.db, context.actor.teamId, chatId);
    expect(rows.find(({ message }) => message.id === first.answerId)?.message.text).toBe("");
    await expect(restoreMessage(context, { chatId, messageId: first.answerId })).rejects.toThrow("not_found");
    const still = await selectBranch(context, { chatId, messageId: second.answerId });
    expect(shown(still)).toEqual([first.questionId, second.questionId, second.answerId]);
  });
});

describe("forking", () => {
  test("copies what leads to a message, and says where it comes from", async () => {
    const context = await member();
    const { chatId, first, second } = await editedChat(context);
    const before = await getConversation(context, chatId);
    const fork = await forkChat(context, { chatId, messageId: second.questionId });
    const copy = await getConversation(context, fork.chatId);
    expect(copy.messages.map(({ parts }) => parts)).toMatchObject([
      [{ text: "the sky" }],
      [{ text: "On the sky" }],
      [{ text: "the sea" }],
    ]);
    expect(copy).toMatchObject({ title: before.title, choice: before.choice, streaming: false });
    expect(copy.forkedFrom).toEqual({ id: chatId, title: before.title });
    expect(await getConversation(context, chatId)).toEqual(before);
    expect(shown(copy)).not.toContain(first.questionId);

    await said(context, { chatId: fork.chatId, parentId: shown(copy).at(-1) ?? null, text: "the sand" });
    expect(await getConversation(context, chatId)).toEqual(before);
    await deleteChat(context, chatId);
    expect((await getConversation(context, fork.chatId)).forkedFrom).toBeNull();
  });

  test("leaves deleted messages behind, and none can be forked at", async () => {
    const context = await member();
    const { chatId, first, second } = await editedChat(context);
    await deleteMessage(context, { chatId, messageId: first.answerId });
    const fork = await forkChat(context, { chatId, messageId: second.answerId });
    expect((await getConversation(context, fork.chatId)).messages).toHaveLength(3);
    await expect(forkChat(context, { chatId, messageId: first.answerId })).rejects.toThrow("not_found");
    await expect(forkChat(context, { chatId, messageId: newId() })).rejects.toThrow("not_found");
  });

  test("takes a chat of thousands of messages", async () => {
    const context = await member();
    const chatId = newId();
    let parentId: string | null = null;
    for (let turn = 0; turn < 3; turn++)
      parentId = (await said(context, { chatId, parentId, text: `turn ${turn}` })).answerId;
    const grown = await grow(context, chatId, 12);
    const fork = await forkChat(context, { chatId: grown.chatId, messageId: grown.lastId });
    expect((await getConversation(context, fork.chatId)).messages).toHaveLength(grown.length);
  });
});

/** Doubles a chat's path again and again. */
async function grow(context: Context, chatId: string, times: number) {
  let view = await getConversation(context, chatId);
  for (let time = 0; time < times && view.messages.length < 3_000; time++) {
    let parentId = view.messages.at(-1)?.id ?? null;
    const copies = view.messages.map(({ id }) => {
      const copy = { id: newId(), parentId, copyOf: id };
      parentId = copy.id;
      return copy;
    });
    // As autovacuum would: without figures the planner takes thousands of rows for a few.
    await database.db.execute("analyze message");
    await copyMessages(database.db, context.actor.teamId, chatId, copies);
    view = await getConversation(context, chatId);
  }
  return { chatId, lastId: view.messages.at(-1)?.id ?? "", length: view.messages.length };
}

const USE_CASES = { selectBranch, deleteMessage, restoreMessage, forkChat };

describe.each(Object.entries(USE_CASES))("%s", (_name, useCase) => {
  test.each(["same team", "other team"])("finds nothing of another person's: %s", async (where) => {
    const owner = await member();
    const { chatId, first } = await editedChat(owner);
    const before = await getConversation(owner, chatId);
    const stranger = await makeActor(
      database.db,
      "owner",
      where === "same team" ? owner.actor.teamId : undefined,
    );
    await expect(useCase(stranger, { chatId, messageId: first.questionId })).rejects.toThrow("not_found");
    const own = await editedChat(stranger);
    await expect(useCase(stranger, { chatId: own.chatId, messageId: first.questionId })).rejects.toThrow(
      "not_found",
    );
    expect(await getConversation(owner, chatId)).toEqual(before);
  });

  test.each(["billing", "guest"] as const)("is not for a %s", async (role) => {
    const context = await makeActor(database.db, role);
    await expect(useCase(context, { chatId: newId(), messageId: newId() })).rejects.toThrow("forbidden");
  });
});
