import { afterAll, beforeAll, beforeEach } from "vitest";
import { listLedger } from "@/db/queries/ledgers";
import { upsertProvider } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { backgroundIdle } from "@/lib/background";
import { getConversation } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import { startReply } from "@/lib/chat/start-reply";
import { startSummary } from "@/lib/chat/start-summary";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { Choice } from "@/lib/router/choice";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { startUpstream, type Upstream } from "../../support/upstream/start-upstream";

const byModel = (model: string): Choice => ({ kind: "model", model });
/** Reads 4,000 tokens, `ROOMY` 40,000; `PRICED` is known to the catalogue: 128,000. */
export const SMALL = byModel("openai-compatible/small");
export const ROOMY = byModel("openai-compatible/roomy");
export const PRICED = byModel("openai/gpt-4o-mini");

interface SummaryWorld {
  database: FreshDatabase;
  upstream: Upstream;
  close(): Promise<void>;
}

/** A database whose instance is connected to an upstream with models of different room. */
async function openWorld(): Promise<SummaryWorld> {
  const [database, upstream] = await Promise.all([freshDatabase(), startUpstream()]);
  const instance = {
    teamId: INSTANCE_TEAM_ID,
    baseUrl: upstream.baseUrl("openai"),
    source: "person" as const,
  };
  await upsertProvider(database.db, {
    ...instance,
    id: newId(),
    vendor: "openai-compatible",
    name: "openai-compatible",
    models: [
      { id: "small", contextLength: 4_000 },
      { id: "roomy", contextLength: 40_000 },
    ],
  });
  await upsertProvider(database.db, {
    ...instance,
    id: newId(),
    vendor: "openai",
    name: "openai",
    models: [{ id: "gpt-4o-mini" }],
  });
  return {
    database,
    upstream,
    close: async () => {
      await upstream.close();
      await database.drop();
    },
  };
}

/** The world of a file's tests: nothing of the test before is under way or scripted when one begins. */
export function summaryWorld(): Pick<SummaryWorld, "database" | "upstream"> {
  let world: SummaryWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await backgroundIdle();
    await world.close();
  });
  beforeEach(async () => {
    await backgroundIdle();
    world.upstream.reset();
  });
  return {
    get database() {
      return world.database;
    },
    get upstream() {
      return world.upstream;
    },
  };
}

/** Asks and waits for the end of the answer. */
export async function asked(
  context: Context,
  chatId: string,
  parentId: string | null,
  text: string,
  choice = SMALL,
) {
  const input = { chatId, parentId, message: { id: newId(), text }, answerId: newId(), choice };
  await (await startReply(context, input)).ended;
  return { questionId: input.message.id, answerId: input.answerId };
}

/** Summarises what leads to a message, and waits for the end. @returns the summary as the chat shows it */
export async function summarised(context: Context, chatId: string, parentId: string, choice = SMALL) {
  const summaryId = newId();
  await (await startSummary(context, { chatId, parentId, summaryId, choice })).ended;
  return messageOf(context, chatId, summaryId);
}

export async function messageOf(context: Context, chatId: string, messageId: string): Promise<WyeMessage> {
  const { messages } = await getConversation(context, chatId);
  const found = messages.find(({ id }) => id === messageId);
  if (!found) throw new Error("the message is not shown");
  return found;
}

/** Ledger rows of summaries, oldest first. */
export async function summaryCalls({ db, actor }: Context) {
  const rows = await listLedger(db, { teamId: actor.teamId }, 100);
  return rows.filter(({ purpose }) => purpose === "summary").reverse();
}

interface ChatBody {
  model: string;
  messages: { role: string; content: string }[];
  max_tokens?: number;
}

/** What the upstream was sent, without titles and summaries; those alone with `summaries`. */
export function sentTo(upstream: Upstream, { summaries = false } = {}): ChatBody[] {
  return upstream.calls
    .map(({ body }) => body as ChatBody)
    .filter(({ messages }) =>
      summaries
        ? messages[0]?.content.startsWith("Summarise the conversation")
        : messages[0]?.role !== "system",
    );
}

/** Two turns. */
export async function talked(context: Context, choice = SMALL) {
  const chatId = newId();
  const first = await asked(context, chatId, null, "How high is Everest?", choice);
  const second = await asked(context, chatId, first.answerId, "And K2?", choice);
  await backgroundIdle();
  return { chatId, lastId: second.answerId };
}
