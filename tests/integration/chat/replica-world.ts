import { sql } from "drizzle-orm";
import { listLedger } from "@/db/queries/ledgers";
import { getConversation } from "@/lib/chat/get-conversation";
import type { ReplyInput } from "@/lib/chat/reply-input";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { addProvider } from "@/lib/providers/add-provider";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { asInstance } from "../../support/team";
import { setTestSecrets } from "../../support/test-environment";
import { startUpstream, type Upstream } from "../../support/upstream/start-upstream";
import { type Replica, startReplica } from "./start-replica";

const WORDS = Array.from({ length: 60 }, (_, index) => `word${index} `);
export const TEXT = WORDS.join("");
/** After so many words the upstream waits; how far an answer is then: the beginning of its part counts one. */
const HELD_WORDS = 20;
export const HELD_TEXT = WORDS.slice(0, HELD_WORDS).join("");
export const HELD_AT = HELD_TEXT.length + 1;

export const question = (change: Partial<ReplyInput> = {}): ReplyInput => ({
  chatId: newId(),
  message: { id: newId(), text: "What is it?" },
  parentId: null,
  answerId: newId(),
  choice: { kind: "model", model: "up/held" },
  ...change,
});

/** One database, a vendor whose answers wait half-way, and replicas of the server on them. */
export class ReplicaWorld {
  readonly database: FreshDatabase;
  readonly upstream: Upstream;
  readonly #replicas: Replica[] = [];
  /** Lets the answers go on that wait. */
  release: () => void = () => undefined;

  private constructor(database: FreshDatabase, upstream: Upstream) {
    this.database = database;
    this.upstream = upstream;
  }

  static async open(): Promise<ReplicaWorld> {
    setTestSecrets();
    const [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["held"] })]);
    await addProvider(asInstance(database.db), {
      scope: "instance",
      name: "up",
      vendor: "openai-compatible",
      baseUrl: upstream.baseUrl("openai"),
      apiKey: "sk-test-0123456789abcdef",
    });
    return new ReplicaWorld(database, upstream);
  }

  async close(): Promise<void> {
    await Promise.all(this.#replicas.map((each) => each.kill()));
    await Promise.all([this.database.drop(), this.upstream.close()]);
  }

  /** Forgets the calls so far, and has answers wait again. */
  hold(text = TEXT): void {
    const held = Promise.withResolvers<void>();
    this.release = held.resolve;
    this.upstream.reset();
    this.upstream.script("held", {
      text,
      inputTokens: 12,
      tokenDelayMs: 5,
      hold: { afterTokens: HELD_WORDS, released: held.promise },
    });
  }

  async replica(env: Record<string, string> = {}): Promise<Replica> {
    const { AUTH_SECRET = "", WYE_ENCRYPTION_KEY = "" } = process.env;
    const all = { DATABASE_URL: this.database.url, AUTH_SECRET, WYE_ENCRYPTION_KEY, ...env };
    const started = await startReplica(all);
    this.#replicas.push(started);
    return started;
  }

  member(): Promise<Context> {
    return makeActor(this.database.db, "member");
  }

  /** The ledger's rows of a team's answers, titles apart. */
  async chatRows({ actor }: Context) {
    const rows = await listLedger(this.database.db, { teamId: actor.teamId }, 50);
    return rows.filter(({ purpose }) => purpose === "chat");
  }

  /** An answer as a page shows it. */
  async answerOf(who: Context, { chatId, answerId }: ReplyInput) {
    const { messages } = await getConversation(who, chatId);
    const answer = messages.find(({ id }) => id === answerId);
    const text = answer?.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
    return { text, metadata: answer?.metadata };
  }

  /** Stands for the time that passes until a process that says nothing is held for dead. */
  async letTimePass({ actor: { teamId } }: Context): Promise<void> {
    const { db } = this.database;
    await db.execute(sql`
      update run set heartbeat_at = heartbeat_at - interval '1 minute' where team_id = ${teamId}`);
    await db.execute(sql`
      update call set heartbeat_at = heartbeat_at - interval '1 minute' where team_id = ${teamId}`);
  }
}
