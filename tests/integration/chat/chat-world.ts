import { listLedger } from "@/db/queries/ledgers";
import { backgroundIdle } from "@/lib/background";
import { getConversation } from "@/lib/chat/get-conversation";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { startReply } from "@/lib/chat/start-reply";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { addProvider } from "@/lib/providers/add-provider";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { asInstance } from "../../support/team";
import { setTestSecrets } from "../../support/test-environment";
import { startUpstream, type Upstream } from "../../support/upstream/start-upstream";

interface SentBody {
  messages: { role: string; content: string }[];
}

/** A database and a vendor, in this process. */
export class ChatWorld {
  readonly database: FreshDatabase;
  readonly upstream: Upstream;

  private constructor(database: FreshDatabase, upstream: Upstream) {
    this.database = database;
    this.upstream = upstream;
  }

  static async open(models: readonly string[]): Promise<ChatWorld> {
    setTestSecrets();
    const [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models })]);
    for (const vendor of ["openai-compatible", "openai"]) {
      await addProvider(asInstance(database.db), {
        scope: "instance",
        name: vendor === "openai" ? "openai" : "up",
        vendor,
        baseUrl: upstream.baseUrl("openai"),
        apiKey: "sk-test-0123456789abcdef",
      });
    }
    return new ChatWorld(database, upstream);
  }

  async close(): Promise<void> {
    await Promise.all([this.database.drop(), this.upstream.close()]);
  }

  member(): Promise<Context> {
    return makeActor(this.database.db, "member");
  }

  /** Asks, and waits for the end, also of the title's call: it must not take what is scripted next. */
  async answered(who: Context, input: ReplyInput): Promise<void> {
    await (await startReply(who, input)).ended;
    await backgroundIdle();
  }

  async messageOf(who: Context, { chatId, answerId }: ReplyInput) {
    const { messages } = await getConversation(who, chatId);
    const message = messages.find(({ id }) => id === answerId);
    const said = (kind: "text" | "reasoning") =>
      message?.parts.map((part) => (part.type === kind ? part.text : "")).join("");
    return { text: said("text"), reasoning: said("reasoning"), metadata: message?.metadata };
  }

  /** The ledger's row of one answer. */
  async rowOf({ actor }: Context, { answerId }: ReplyInput) {
    const rows = await listLedger(this.database.db, { teamId: actor.teamId }, 50);
    const own = rows.filter(({ purpose, messageId }) => purpose === "chat" && messageId === answerId);
    if (own.length > 1) throw new Error("more than one call");
    return own[0];
  }

  /** Bodies of the calls to a model, titles apart, oldest first. */
  sentTo(model: string): (SentBody & Record<string, unknown>)[] {
    return this.upstream.calls
      .filter((call) => call.model === model)
      .map((call) => call.body as SentBody & Record<string, unknown>)
      .filter(({ messages }) => !messages[0]?.content.startsWith("Write a title"));
  }
}

export const ask = (model: string, change: Partial<ReplyInput> = {}): ReplyInput => ({
  chatId: newId(),
  message: { id: newId(), text: "What is it?" },
  parentId: null,
  answerId: newId(),
  choice: { kind: "model", model },
  ...change,
});

/** Goes on from the answer to `input`. */
export const goOn = (input: ReplyInput, change: Partial<ReplyInput> = {}): ReplyInput => ({
  chatId: input.chatId,
  message: null,
  parentId: input.message?.id ?? input.parentId,
  answerId: newId(),
  choice: input.choice,
  continuesId: input.answerId,
  ...change,
});
