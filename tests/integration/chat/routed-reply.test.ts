import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listLedger } from "@/db/queries/ledgers";
import { decision, routingPolicy } from "@/db/schema";
import { savePreferences } from "@/lib/auth/save-preferences";
import { backgroundIdle } from "@/lib/background";
import { getConversation } from "@/lib/chat/get-conversation";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { startReply } from "@/lib/chat/start-reply";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { DEFAULT_POLICY, type RoutingPolicy } from "@/lib/router/policy/policy";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { makeActor } from "../../support/people";
import { ask, ChatWorld } from "./chat-world";

let world: ChatWorld;
beforeAll(async () => {
  world = await ChatWorld.open(["plain", "other", "gpt-4o-mini"]);
});
afterAll(async () => {
  await backgroundIdle();
  await world.close();
});
beforeEach(() => world.upstream.reset());

const KNOWLEDGE = { kind: "mode", mode: "knowledge" } as const;
const AUTO = { kind: "mode", mode: "auto" } as const;

/** An owner whose team's Knowledge is these models. */
async function owner(...models: string[]): Promise<Context> {
  const who = await makeActor(world.database.db, "owner");
  if (models.length > 0) await setModeModels(who, { mode: "knowledge", models });
  return who;
}

const keepPolicy = ({ actor }: Context, policy: Partial<RoutingPolicy>) =>
  world.database.db
    .insert(routingPolicy)
    .values({ teamId: actor.teamId, policy: { ...DEFAULT_POLICY, ...policy } });

async function rowsOf({ actor }: Context, { answerId }: ReplyInput) {
  const rows = await listLedger(world.database.db, { teamId: actor.teamId }, 50);
  return rows.filter((row) => row.messageId === answerId && row.purpose === "chat").toReversed();
}

async function decisionOf({ actor }: Context, { answerId }: ReplyInput) {
  const rows = await world.database.db.select().from(decision).where(eq(decision.teamId, actor.teamId));
  return rows.find(({ messageId }) => messageId === answerId);
}

describe("an answer says how it was routed", () => {
  test("while it is written, and when it is read again", async () => {
    const who = await owner("up/plain");
    const input = ask("", { choice: AUTO, message: { id: newId(), text: "What is the capital of Peru?" } });
    const run = await startReply(who, input);
    await run.ended;
    const routed = {
      decidedBy: "classifier",
      confidence: expect.any(Number),
      reasons: expect.any(Array),
    };
    expect(run.metadata).toMatchObject({ mode: "knowledge", decision: routed });
    expect((await world.messageOf(who, input)).metadata?.decision).toEqual(run.metadata.decision);
    expect(await decisionOf(who, input)).toMatchObject({ chatId: input.chatId, hops: 0, choice: AUTO });
  });

  test("and a later turn goes on as the conversation did", async () => {
    const who = await owner("up/other");
    const first = ask("", {
      choice: KNOWLEDGE,
      message: { id: newId(), text: "What is the capital of Peru?" },
    });
    await world.answered(who, first);
    const why = ask("", {
      ...{ chatId: first.chatId, parentId: first.answerId, choice: AUTO },
      message: { id: newId(), text: "Why?" },
    });
    await world.answered(who, why);
    expect(await decisionOf(who, why)).toMatchObject({
      ...{ mode: "knowledge", decidedBy: "conversation", model: "other" },
      notes: { signals: { turns: 1 } },
    });
  });

  test("and what leaving a model throws away of its vendor's cache, as the ledger has it", async () => {
    const who = await owner("openai/gpt-4o-mini");
    world.upstream.script("gpt-4o-mini", { inputTokens: 100, cacheReadTokens: 9_000 });
    const first = ask("", { choice: KNOWLEDGE });
    await world.answered(who, first);
    const next = (model: string) => ask(model, { chatId: first.chatId, parentId: first.answerId });
    const [stays, leaves] = [next("openai/gpt-4o-mini"), next("up/plain")];
    for (const input of [stays, leaves]) await world.answered(who, input);
    expect((await decisionOf(who, stays))?.notes.cacheLoss).toBeNull();
    const { notes } = (await decisionOf(who, leaves)) ?? {};
    // $0.15 per million fresh, $0.075 from the cache, which holds all of so short a prompt.
    const lost = 75_000n * BigInt(notes?.signals.promptTokens ?? 0);
    expect(lost).toBeGreaterThan(0n);
    expect(notes?.cacheLoss).toEqual({ costPico: lost.toString(), currency: "USD" });
  });

  test("by the default where the team's policy cannot be read", async () => {
    const who = await owner("up/plain");
    await keepPolicy(who, { quality: "much" as unknown as number });
    const input = ask("", { choice: KNOWLEDGE });
    await world.answered(who, input);
    expect((await world.messageOf(who, input)).metadata).toMatchObject({
      status: "complete",
      model: "up/plain",
    });
  });

  test("by the policy as it was changed a moment before", async () => {
    const who = await owner("up/plain", "up/other");
    await world.answered(who, ask("", { choice: KNOWLEDGE }));
    await keepPolicy(who, { blocked: ["up/plain"] });
    const input = ask("", { choice: KNOWLEDGE });
    await world.answered(who, input);
    expect((await world.messageOf(who, input)).metadata?.model).toBe("up/other");
  });
});

describe("a model that was named and fails", () => {
  const fail = () => world.upstream.script("plain", { fault: "unauthorized" });

  test("is not replaced, and one click asks another", async () => {
    const who = await owner("up/other");
    fail();
    const input = ask("up/plain");
    await world.answered(who, input);
    const { metadata } = await world.messageOf(who, input);
    expect(metadata).toMatchObject({ status: "failed", error: { code: "vendor_key_rejected" } });
    const again = ask("up/plain", {
      ...{ chatId: input.chatId, message: null, parentId: input.message?.id ?? null },
      standIn: true,
    });
    await world.answered(who, again);
    const { metadata: answered } = await world.messageOf(who, again);
    expect(answered?.status).toBe("complete");
    expect(answered?.model).not.toMatch(/\/plain$/);
  });

  test("is replaced where the person always allows it", async () => {
    const who = await owner("up/other");
    await savePreferences(who, { standIn: "always" });
    world.upstream.script("plain", { fault: "model_missing" });
    const input = ask("up/plain");
    await world.answered(who, input);
    const { metadata } = await world.messageOf(who, input);
    expect(metadata).toMatchObject({ status: "complete", model: "up/other" });
    expect(await decisionOf(who, input)).toMatchObject({ model: "plain" });
  });
});

describe("an answer that breaks off where the team has it go on", () => {
  const CUT = { text: "one two three four", fault: "cut", faultAfterTokens: 2 } as const;

  test("is ended by the next one: one message, and each call its row", async () => {
    const who = await owner("openai/gpt-4o-mini");
    await keepPolicy(who, { cutAnswer: "continue" });
    world.upstream.script("gpt-4o-mini", CUT, { once: true });
    world.upstream.script("gpt-4o-mini", { text: "two three four." });
    const input = ask("", { choice: KNOWLEDGE });
    await world.answered(who, input);
    const { messages } = await getConversation(who, input.chatId);
    expect(messages).toHaveLength(2);
    const { text, metadata } = await world.messageOf(who, input);
    expect(text).toBe("one two three four.");
    const continues = { cost: expect.any(String), currency: "USD", costStatus: "estimated" };
    expect(metadata).toMatchObject({ status: "complete", model: "up/gpt-4o-mini", continues });
    const rows = await rowsOf(who, input);
    expect(rows.map(({ model, outcome, errorCode }) => [model, outcome, errorCode])).toEqual([
      ["gpt-4o-mini", "failed", "vendor_cut"],
      ["gpt-4o-mini", "complete", null],
    ]);
    expect(await decisionOf(who, input)).toMatchObject({ hops: 1, callId: rows[1]?.id });
    const sent = world.sentTo("gpt-4o-mini").at(-1)?.messages;
    expect(sent?.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(sent?.[2]?.content).toContain("do not repeat");
  });

  test("goes on once: what breaks off again waits for a click", async () => {
    const who = await owner("up/plain", "up/other");
    await keepPolicy(who, { cutAnswer: "continue" });
    for (const model of ["plain", "other"]) world.upstream.script(model, CUT);
    const input = ask("", { choice: KNOWLEDGE });
    await world.answered(who, input);
    expect(await rowsOf(who, input)).toHaveLength(2);
    expect((await world.messageOf(who, input)).metadata).toMatchObject({
      status: "failed",
      error: { code: "vendor_cut" },
    });
  });

  test("is not ended by another where it was named: by the same at its next host", async () => {
    const who = await owner();
    await keepPolicy(who, { cutAnswer: "continue" });
    world.upstream.script("plain", CUT, { once: true });
    world.upstream.script("plain", { text: "two three four." });
    const input = ask("up/plain");
    await world.answered(who, input);
    expect(await world.messageOf(who, input)).toMatchObject({
      text: "one two three four.",
      metadata: { status: "complete", model: "openai/plain" },
    });
  });

  test("stays as it is where the team has it wait", async () => {
    const who = await owner("up/plain", "up/other");
    world.upstream.script("plain", CUT);
    const input = ask("", { choice: KNOWLEDGE });
    await world.answered(who, input);
    expect(await rowsOf(who, input)).toHaveLength(1);
    expect(await world.messageOf(who, input)).toMatchObject({
      text: "one two ",
      metadata: { status: "failed", error: { code: "vendor_cut" } },
    });
  });
});
