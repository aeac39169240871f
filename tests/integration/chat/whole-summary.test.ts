import { describe, expect, test } from "vitest";
import { messageText } from "@/components/chat/message-text";
import { continueFromSummary } from "@/lib/chat/continue-from-summary";
import { deleteMessage } from "@/lib/chat/delete-message";
import { editSummary } from "@/lib/chat/edit-summary";
import { forkChat } from "@/lib/chat/fork-chat";
import { getConversation } from "@/lib/chat/get-conversation";
import { restoreMessage } from "@/lib/chat/restore-message";
import { startSummary } from "@/lib/chat/start-summary";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { makeActor } from "../../support/people";
import { asked, SMALL, sentTo, summarised, summaryCalls, summaryWorld, talked } from "./summary-world";

const world = summaryWorld();

const member = () => makeActor(world.database.db, "member");

const lastSent = () => sentTo(world.upstream).at(-1)?.messages ?? [];

describe("a whole summary", () => {
  test("that is edited keeps the edit, which is what is sent", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    const { id, metadata } = await summarised(context, chatId, lastId);
    const { messages } = await editSummary(context, { chatId, messageId: id, text: "Only this." });
    const edited = messages.at(-1);
    expect(edited && messageText(edited)).toBe("Only this.");
    expect(edited?.metadata).toMatchObject({
      model: metadata?.model,
      summary: { of: 4, editedAt: expect.any(String) },
    });
    await asked(context, chatId, id, "And?");
    expect(lastSent()[0]?.content).toContain("Only this.");
  });

  test("that is deleted has everything sent again, until it is brought back", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    const { id } = await summarised(context, chatId, lastId);
    const before = await getConversation(context, chatId);
    await deleteMessage(context, { chatId, messageId: id });
    const third = await asked(context, chatId, lastId, "Which is higher?");
    expect(lastSent()).toHaveLength(5);
    await deleteMessage(context, { chatId, messageId: third.answerId });
    await deleteMessage(context, { chatId, messageId: third.questionId });
    expect(await restoreMessage(context, { chatId, messageId: id })).toEqual(before);
    await asked(context, chatId, id, "Which is higher?");
    expect(lastSent()).toHaveLength(1);
  });

  test("holds on its branch alone", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    await summarised(context, chatId, lastId);
    await asked(context, chatId, lastId, "Beside the summary");
    expect(lastSent()).toHaveLength(5);
  });

  test("goes along in a fork", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    const { id, metadata } = await summarised(context, chatId, lastId);
    const fork = await forkChat(context, { chatId, messageId: id });
    const { messages } = await getConversation(context, fork.chatId);
    expect(messages).toHaveLength(5);
    expect(messages.at(-1)?.metadata?.summary?.of).toBe(4);
    expect(messages.at(-1)?.metadata?.usage).toEqual(metadata?.usage);
    await asked(context, fork.chatId, messages.at(-1)?.id ?? null, "And?");
    expect(lastSent()).toHaveLength(1);
  });

  test("begins a new chat that names its source, costs nothing more, and leaves the old one as it was", async () => {
    const context = await member();
    const { chatId, lastId } = await talked(context);
    world.upstream.script("small", { text: "So far." }, { once: true });
    const { id } = await summarised(context, chatId, lastId);
    const before = await getConversation(context, chatId);
    const made = await continueFromSummary(context, { chatId, messageId: id });
    const next = await getConversation(context, made.chatId);
    expect(next).toMatchObject({
      title: before.title,
      choice: before.choice,
      forkedFrom: { id: chatId },
      messages: [{ metadata: { parentId: null, summary: { of: 4 } } }],
    });
    expect(await getConversation(context, chatId)).toEqual(before);
    expect(await summaryCalls(context)).toHaveLength(1);
    await asked(context, made.chatId, next.messages[0]?.id ?? null, "And?");
    expect(lastSent()).toHaveLength(1);
    expect(lastSent()[0]?.content).toMatch(/So far\..*And\?$/s);
    await expect(continueFromSummary(context, { chatId, messageId: lastId })).rejects.toThrow("not_found");
  });
});

describe.each([
  [
    "startSummary",
    (context: Context, chatId: string, id: string) =>
      startSummary(context, { chatId, parentId: id, summaryId: newId(), choice: SMALL }),
  ],
  [
    "editSummary",
    (context: Context, chatId: string, id: string) =>
      editSummary(context, { chatId, messageId: id, text: "Mine" }),
  ],
  [
    "continueFromSummary",
    (context: Context, chatId: string, id: string) => continueFromSummary(context, { chatId, messageId: id }),
  ],
] as const)("%s", (_name, useCase) => {
  test.each(["same team", "other team"])("finds nothing of another person's: %s", async (where) => {
    const owner = await member();
    const { chatId, lastId } = await talked(owner);
    const { id } = await summarised(owner, chatId, lastId);
    const before = await getConversation(owner, chatId);
    const team = where === "same team" ? owner.actor.teamId : undefined;
    const stranger = await makeActor(world.database.db, "owner", team);
    await expect(useCase(stranger, chatId, id)).rejects.toThrow("not_found");
    const own = await talked(stranger);
    await expect(useCase(stranger, own.chatId, id)).rejects.toThrow("not_found");
    expect(await getConversation(owner, chatId)).toEqual(before);
  });

  test.each(["billing", "guest"] as const)("is not for a %s", async (role) => {
    const context = await makeActor(world.database.db, role);
    await expect(useCase(context, newId(), newId())).rejects.toThrow("forbidden");
  });
});
