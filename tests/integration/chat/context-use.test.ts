import { describe, expect, test } from "vitest";
import { copyMessages } from "@/db/queries/messages";
import { backgroundIdle } from "@/lib/background";
import { CONTEXT_PARTS, type ContextUse } from "@/lib/chat/context-use";
import { deleteMessage } from "@/lib/chat/delete-message";
import { editSummary } from "@/lib/chat/edit-summary";
import { forkChat } from "@/lib/chat/fork-chat";
import { getContextUse } from "@/lib/chat/get-context-use";
import { newId } from "@/lib/ids";
import { makeActor } from "../../support/people";
import { asked, summarised, summaryWorld } from "./summary-world";

const world = summaryWorld();

const member = () => makeActor(world.database.db, "member");
const total = ({ parts }: ContextUse) => CONTEXT_PARTS.reduce((sum, part) => sum + parts[part], 0);
const COUNTED = { inputTokens: 900, cacheReadTokens: 500, outputTokens: 100, reasoningTokens: 777 };

describe("what the next question is sent with", () => {
  test("is the vendor's own count of the last call, without its reasoning", async () => {
    const context = await member();
    const chatId = newId();
    world.upstream.script("small", COUNTED);
    await asked(context, chatId, null, "How high is Everest?");
    const use = await getContextUse(context, chatId);
    expect([use.basis, total(use)]).toEqual(["vendor", 1_500]);
  });

  test("adds an estimate of what came after the last count", async () => {
    const context = await member();
    const chatId = newId();
    world.upstream.script("small", COUNTED, { once: true });
    const { answerId } = await asked(context, chatId, null, "How high is Everest?");
    await backgroundIdle();
    world.upstream.script("small", { fault: "cut", text: "one two three four five", faultAfterTokens: 3 });
    await asked(context, chatId, answerId, "And how high is K2, please?");
    const use = await getContextUse(context, chatId);
    expect(use.basis).toBe("vendor");
    expect(total(use)).toBe(1_500 + 7 + 4);
  });

  test("is estimated where no vendor counted, and after a deletion", async () => {
    const context = await member();
    const chatId = newId();
    world.upstream.script("small", { reportUsage: false, text: "12345678" });
    const first = await asked(context, chatId, null, "1234");
    await backgroundIdle();
    expect(await getContextUse(context, chatId)).toEqual({
      basis: "estimate",
      parts: { instructions: 0, summary: 0, questions: 1, answers: 2 },
    });
    world.upstream.script("small", { ...COUNTED, text: "1234" });
    await asked(context, chatId, first.answerId, "1234");
    expect((await getContextUse(context, chatId)).basis).toBe("vendor");
    await deleteMessage(context, { chatId, messageId: first.answerId });
    expect(await getContextUse(context, chatId)).toEqual({
      basis: "estimate",
      parts: { instructions: 0, summary: 0, questions: 2, answers: 1 },
    });
  });

  test("is a summary alone once there is one, as it was edited", async () => {
    const context = await member();
    const chatId = newId();
    world.upstream.script("small", COUNTED);
    const { answerId } = await asked(context, chatId, null, "How high is Everest?");
    await backgroundIdle();
    world.upstream.script("small", { text: "12345678" });
    const { id } = await summarised(context, chatId, answerId);
    const parts = { instructions: 0, summary: 2, questions: 0, answers: 0 };
    expect(await getContextUse(context, chatId)).toEqual({ basis: "estimate", parts });
    await editSummary(context, { chatId, messageId: id, text: "123" });
    expect((await getContextUse(context, chatId)).parts.summary).toBe(1);
  });

  test("is the same in a fork", async () => {
    const context = await member();
    const chatId = newId();
    world.upstream.script("small", COUNTED);
    const { answerId } = await asked(context, chatId, null, "How high is Everest?");
    const fork = await forkChat(context, { chatId, messageId: answerId });
    expect(await getContextUse(context, fork.chatId)).toEqual(await getContextUse(context, chatId));
  });

  test("is found in a chat of five thousand messages without reading what they say", async () => {
    const context = await member();
    const chatId = newId();
    world.upstream.script("small", { text: "12345678" });
    const { questionId, answerId } = await asked(context, chatId, null, "1234");
    let parentId = answerId;
    const copies = Array.from({ length: 4_998 }, (_, at) => {
      const copy = { id: newId(), parentId, copyOf: at % 2 === 0 ? questionId : answerId };
      parentId = copy.id;
      return copy;
    });
    await copyMessages(world.database.db, context.actor.teamId, chatId, copies);
    const { parts } = await getContextUse(context, chatId);
    expect(parts.questions + parts.answers).toBeGreaterThan(0);
  });
});

describe("getContextUse", () => {
  test.each(["same team", "other team"])("finds nothing of another person's: %s", async (where) => {
    const owner = await member();
    const chatId = newId();
    await asked(owner, chatId, null, "How high is Everest?");
    const team = where === "same team" ? owner.actor.teamId : undefined;
    const stranger = await makeActor(world.database.db, "owner", team);
    await expect(getContextUse(stranger, chatId)).rejects.toThrow("not_found");
  });

  test.each(["billing", "guest"] as const)("is not for a %s", async (role) => {
    const context = await makeActor(world.database.db, role);
    await expect(getContextUse(context, newId())).rejects.toThrow("forbidden");
  });
});
