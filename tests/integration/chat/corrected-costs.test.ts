import { describe, expect, test } from "vitest";
import { forkChat } from "@/lib/chat/fork-chat";
import { getConversation } from "@/lib/chat/get-conversation";
import type { MessageMetadata } from "@/lib/chat/message";
import { startReply } from "@/lib/chat/start-reply";
import { startSummary } from "@/lib/chat/start-summary";
import { storedRun } from "@/lib/chat/stored-run";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { recalculate } from "@/lib/prices/recalculate";
import { setPrice } from "@/lib/prices/set-price";
import { explainDecision } from "@/lib/routing/explain-decision";
import { newTeam } from "../../support/team";
import { asked, messageOf, PRICED, ROOMY, SMALL, summaryWorld } from "./summary-world";

const world = summaryWorld();

const FROM = new Date("2026-01-01T00:00:00Z");
const USED = { inputTokens: 1_000, outputTokens: 100 };
const newOwner = async () => (await newTeam(world.database.db)).as("owner");

/** One unit per thousand tokens of input, a hundredth of it for output. */
async function correct(owner: Context, [vendor, model]: readonly [string, string], currency: string) {
  const of = { vendor, model, validFrom: FROM };
  const terms = { currency, perMillion: { input: "1000", output: "10" } };
  await setPrice(owner, { scope: "team", ...of, terms });
  await recalculate(owner, { vendor, model, from: FROM, reason: "it was wrong" });
}
const UNKNOWN = ["openai-compatible", "small"] as const;
const KNOWN = ["openai", "gpt-4o-mini"] as const;

async function metadataOf(owner: Context, chatId: string, id: string): Promise<MessageMetadata | undefined> {
  return (await messageOf(owner, chatId, id)).metadata;
}

describe("after a correction an answer shows what it costs now, and what it had cost", () => {
  test("where it had no price", async () => {
    const owner = await newOwner();
    world.upstream.script("small", { text: "Yes.", ...USED });
    const chatId = newId();
    const { answerId } = await asked(owner, chatId, null, "Is it so?");
    const before = await metadataOf(owner, chatId, answerId);
    expect(before).toMatchObject({ cost: null, costStatus: "unpriced" });
    expect(before).not.toHaveProperty("corrected");
    await correct(owner, UNKNOWN, "CNY");
    const now = { cost: null, costStatus: "exact", corrected: [{ cost: "1.001", currency: "CNY" }] };
    expect(await metadataOf(owner, chatId, answerId)).toMatchObject(now);
    // Who follows it again is told the same, and so is who reads a copy.
    expect((await storedRun(owner, chatId, answerId))?.metadata).toMatchObject(now);
    // So is who asks why it came from there.
    const { calls } = await explainDecision(owner, { chatId, messageId: answerId });
    expect(calls).toMatchObject([now]);
    const fork = await forkChat(owner, { chatId, messageId: answerId });
    const copied = (await getConversation(owner, fork.chatId)).messages.at(-1);
    expect(copied?.metadata).toMatchObject(now);
  });

  test("in another currency, and after a second correction", async () => {
    const owner = await newOwner();
    world.upstream.script("gpt-4o-mini", { text: "Yes.", ...USED });
    const chatId = newId();
    const { answerId } = await asked(owner, chatId, null, "Is it so?", PRICED);
    const cost = { cost: "0.00021", currency: "USD", costStatus: "exact" };
    expect(await metadataOf(owner, chatId, answerId)).toMatchObject(cost);
    for (const currency of ["CNY", "USD"]) {
      await correct(owner, KNOWN, currency);
      expect(await metadataOf(owner, chatId, answerId)).toMatchObject({
        ...cost,
        corrected: [{ cost: "1.001", currency }],
      });
    }
  });

  test("whose tokens were estimated, as an estimate", async () => {
    const owner = await newOwner();
    world.upstream.script("small", { text: "Yes.", reportUsage: false });
    const chatId = newId();
    const { answerId } = await asked(owner, chatId, null, "Is it so?");
    expect((await metadataOf(owner, chatId, answerId))?.costStatus).toBe("unpriced");
    await correct(owner, UNKNOWN, "USD");
    const metadata = await metadataOf(owner, chatId, answerId);
    expect(metadata).toMatchObject({ costStatus: "estimated", corrected: [{ currency: "USD" }] });
  });

  test("and so does a summary that was written in parts", async () => {
    const owner = await newOwner();
    const chatId = newId();
    const { answerId } = await asked(owner, chatId, null, "mountain ".repeat(60_000), PRICED);
    world.upstream.script("gpt-4o-mini", { text: "A part.", ...USED });
    const summaryId = newId();
    await (await startSummary(owner, { chatId, parentId: answerId, summaryId, choice: PRICED })).ended;
    const cost = { cost: "0.00063", currency: "USD", usage: { input: 3 * USED.inputTokens } };
    expect(await metadataOf(owner, chatId, summaryId)).toMatchObject(cost);
    await correct(owner, KNOWN, "USD");
    const corrected = [{ cost: "3.003", currency: "USD" }];
    expect(await metadataOf(owner, chatId, summaryId)).toMatchObject({ ...cost, corrected });
  });
});

test("an answer that goes on from one says what that one costs now", async () => {
  const owner = await newOwner();
  world.upstream.script("small", { text: "one two", ...USED, cutShort: true }, { once: true });
  const chatId = newId();
  const cut = await asked(owner, chatId, null, "Count.");
  await correct(owner, UNKNOWN, "USD");
  world.upstream.script("small", { text: " three", ...USED });
  const answerId = newId();
  const next = {
    chatId,
    message: null,
    parentId: cut.questionId,
    continuesId: cut.answerId,
    answerId,
    choice: SMALL,
  };
  const run = await startReply(owner, next);
  const continues = { cost: null, costStatus: "exact", corrected: [{ cost: "1.001", currency: "USD" }] };
  await run.ended;
  expect(run.metadata.continues).toMatchObject(continues);
  expect(await metadataOf(owner, chatId, answerId)).toMatchObject({ continues });
});

test("answers that stand side by side each say what they cost now", async () => {
  const owner = await newOwner();
  for (const model of ["small", "roomy"]) world.upstream.script(model, { text: "Yes.", ...USED });
  const question = { chatId: newId(), parentId: null, message: { id: newId(), text: "Is it so?" } };
  const id = newId();
  const runs = await Promise.all(
    [SMALL, ROOMY].map((choice, place) =>
      startReply(owner, { ...question, answerId: newId(), choice, comparison: { id, place } }),
    ),
  );
  await Promise.all(runs.map(({ ended }) => ended));
  await correct(owner, UNKNOWN, "CNY");
  await correct(owner, ["openai-compatible", "roomy"], "EUR");
  const shown = (await getConversation(owner, question.chatId)).messages.at(-1)?.metadata;
  expect(shown?.corrected).toEqual([{ cost: "1.001", currency: "CNY" }]);
  expect(shown?.compared?.map(({ metadata }) => metadata?.corrected)).toEqual([
    [{ cost: "1.001", currency: "EUR" }],
  ]);
});

test("what another team corrected changes nothing here", async () => {
  const [owner, other] = [await newOwner(), await newOwner()];
  world.upstream.script("small", { text: "Yes.", ...USED });
  const chatId = newId();
  const { answerId } = await asked(owner, chatId, null, "Is it so?");
  await correct(other, UNKNOWN, "USD");
  expect(await metadataOf(owner, chatId, answerId)).not.toHaveProperty("corrected");
});
