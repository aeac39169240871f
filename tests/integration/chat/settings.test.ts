import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { backgroundIdle } from "@/lib/background";
import { forkChat } from "@/lib/chat/fork-chat";
import { getConversation } from "@/lib/chat/get-conversation";
import { ReplyInput } from "@/lib/chat/reply-input";
import { saveSettings } from "@/lib/chat/save-settings";
import { newId } from "@/lib/ids";
import { makeActor } from "../../support/people";
import { ask, ChatWorld } from "./chat-world";

let world: ChatWorld;
beforeAll(async () => {
  world = await ChatWorld.open(["plain", "gpt-4o", "gpt-4o-mini", "o3-mini"]);
});
afterAll(async () => {
  await backgroundIdle();
  await world.close();
});
beforeEach(() => world.upstream.reset());

const settings = {
  instructions: "Answer like a pirate.",
  temperature: 0.3,
  maxOutputTokens: 500,
  effort: "low",
} as const;

describe("the settings of a chat", () => {
  test("that are sent with its first question are kept, and reach the model", async () => {
    const who = await world.member();
    const input = ask("up/plain", { settings });
    await world.answered(who, input);
    expect((await getConversation(who, input.chatId)).settings).toEqual(settings);
    const [sent] = world.sentTo("plain");
    expect(sent?.messages).toEqual([
      { role: "system", content: "Answer like a pirate." },
      { role: "user", content: "What is it?" },
    ]);
    expect(sent).toMatchObject({ temperature: 0.3, max_tokens: 500 });
    // An unknown model has no efforts.
    expect(sent).not.toHaveProperty("reasoning_effort");
  });

  test("hold for later questions, also of who does not send them, until they are changed", async () => {
    const who = await world.member();
    const first = ask("up/plain", { settings });
    await world.answered(who, first);
    const second = ask("up/plain", { chatId: first.chatId, parentId: first.answerId });
    await world.answered(who, second);
    expect(world.sentTo("plain")[1]).toMatchObject({ temperature: 0.3, max_tokens: 500 });
    await saveSettings(who, { chatId: first.chatId, settings: { temperature: 1 } });
    await world.answered(who, ask("up/plain", { chatId: first.chatId, parentId: second.answerId }));
    const third = world.sentTo("plain")[2];
    expect(third?.messages[0]).toMatchObject({ role: "user" });
    expect(third).toMatchObject({ temperature: 1 });
    expect(third).not.toHaveProperty("max_tokens");
  });

  test("that the model does not take are kept and not sent, and those it takes less of are lowered", async () => {
    const who = await world.member();
    const first = ask("openai/o3-mini", { settings: { temperature: 0.3, effort: "xhigh" } });
    await world.answered(who, first);
    const [sent] = world.sentTo("o3-mini");
    expect(sent).not.toHaveProperty("temperature");
    expect(sent).toMatchObject({ reasoning_effort: "high" });
    const second = ask("openai/gpt-4o", {
      chatId: first.chatId,
      parentId: first.answerId,
      settings: { temperature: 0.3, maxOutputTokens: 900_000, effort: "xhigh" },
    });
    await world.answered(who, second);
    const [other] = world.sentTo("gpt-4o");
    expect(other).toMatchObject({ temperature: 0.3, max_tokens: 16_000 });
    expect(other).not.toHaveProperty("reasoning_effort");
  });

  test("are those of the model that a mode picks", async () => {
    const who = await world.member();
    const input = ask("", { choice: { kind: "mode", mode: "reasoning" }, settings });
    await world.answered(who, input);
    const [sent] = world.sentTo("o3-mini");
    expect(sent).toMatchObject({ reasoning_effort: "low" });
    expect(sent).not.toHaveProperty("temperature");
  });

  test("never reach the title's call", async () => {
    const who = await world.member();
    await world.answered(who, ask("up/plain", { settings: { ...settings, temperature: 1.7 } }));
    const titles = world.upstream.calls.filter(({ body }) => JSON.stringify(body).includes("Write a title"));
    expect(titles.length).toBeGreaterThan(0);
    for (const { body } of titles) {
      expect(JSON.stringify(body)).not.toContain("pirate");
      expect(body).not.toHaveProperty("temperature");
    }
  });

  test("go with a fork", async () => {
    const who = await world.member();
    const input = ask("up/plain", { settings });
    await world.answered(who, input);
    const fork = await forkChat(who, { chatId: input.chatId, messageId: input.answerId });
    expect((await getConversation(who, fork.chatId)).settings).toEqual(settings);
  });

  test.each([
    { temperature: 2.1 },
    { temperature: -0.1 },
    { temperature: Number.NaN },
    { maxOutputTokens: 15 },
    { maxOutputTokens: 100.5 },
    { maxOutputTokens: 1_000_001 },
    { effort: "heroic" },
    { instructions: " " },
    { instructions: "x".repeat(20_001) },
  ])("refuse %j", (bad) => {
    expect(ReplyInput.safeParse(ask("up/plain", { settings: bad as never })).success).toBe(false);
  });
});

describe("another's chat", () => {
  test.each(["same team", "other team"])("is not found: %s", async (where) => {
    const owner = await world.member();
    const input = ask("up/plain", { settings });
    await world.answered(owner, input);
    const teamId = where === "same team" ? owner.actor.teamId : undefined;
    const stranger = await makeActor(world.database.db, "owner", teamId);
    await expect(saveSettings(stranger, { chatId: input.chatId, settings: {} })).rejects.toThrow("not_found");
    expect((await getConversation(owner, input.chatId)).settings).toEqual(settings);
  });

  test.each(["billing", "guest"] as const)("is not for a %s, nor is any", async (role) => {
    const who = await makeActor(world.database.db, role);
    await expect(saveSettings(who, { chatId: newId(), settings: {} })).rejects.toThrow("forbidden");
  });
});
