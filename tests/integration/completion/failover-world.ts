import { eq } from "drizzle-orm";
import { listLedger } from "@/db/queries/ledgers";
import { decision } from "@/db/schema";
import { complete } from "@/lib/completion/complete";
import type { CompletionRequest, CompletionResult, CompletionStart } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { addCredential } from "@/lib/providers/add-credential";
import { addProvider } from "@/lib/providers/add-provider";
import { allowHost } from "@/lib/providers/allow-host";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import type { Call } from "@/tests/support/upstream/call";
import type { Script } from "@/tests/support/upstream/script";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";

export const FIRST = "sk-first-0123456789-1111";
const SECOND = "sk-second-0123456789-2222";

export interface Answered extends CompletionResult {
  text: string;
  started: CompletionStart[];
}

/** Vendors at hosts of their own. */
export class FailoverWorld {
  readonly database: FreshDatabase;
  readonly #hosts: Map<string, Upstream>;
  /** What calls are answered, going by themselves; null: as scripted for the model. */
  choose: (host: string, call: Call) => Partial<Script> | null = () => null;

  private constructor(database: FreshDatabase, hosts: Map<string, Upstream>) {
    this.database = database;
    this.#hosts = hosts;
  }

  /** @param models of each host */
  static async open(models: Readonly<Record<string, readonly string[]>>): Promise<FailoverWorld> {
    setTestSecrets();
    const hosts = new Map<string, Upstream>();
    const world = new FailoverWorld(await freshDatabase(), hosts);
    for (const [name, listed] of Object.entries(models)) {
      const upstream = await startUpstream({
        models: listed,
        choose: (call) => world.choose(name, call),
      });
      hosts.set(name, upstream);
      await allowHost(asInstance(world.database.db), upstream.host);
    }
    return world;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#hosts.values()].map((host) => host.close()));
    await this.database.drop();
  }

  reset(): void {
    this.choose = () => null;
    for (const host of this.#hosts.values()) host.reset();
  }

  host(name: string): Upstream {
    const host = this.#hosts.get(name);
    if (!host) throw new RangeError(`there is no host ${name}`);
    return host;
  }

  /** An owner whose team has a provider for each of these hosts, named like it. */
  async owner(...names: string[]): Promise<Context> {
    const owner = await (await newTeam(this.database.db)).as("owner");
    for (const name of names) await this.connect(owner, name);
    return owner;
  }

  /** @returns the provider's id */
  async connect(owner: Context, name: string): Promise<string> {
    const { id } = await addProvider(owner, {
      ...{ scope: "team", vendor: "openai-compatible", name, apiKey: FIRST },
      baseUrl: this.host(name).baseUrl("openai"),
    });
    return id;
  }

  /** A key that is used only where the first cannot be. */
  async addReserve(owner: Context, providerId: string): Promise<void> {
    await addCredential(owner, { providerId, apiKey: SECOND, weight: 0 });
  }

  async setMode(owner: Context, ...models: string[]): Promise<void> {
    await setModeModels(owner, { mode: "knowledge", models });
  }

  /** Asks in Knowledge, or the model that is named. */
  async ask(context: Context, model?: string, change: Partial<CompletionRequest> = {}): Promise<Answered> {
    const said: string[] = [];
    const started: CompletionStart[] = [];
    const result = await complete(
      context,
      {
        purpose: "chat",
        choice: model === undefined ? { kind: "mode", mode: "knowledge" } : { kind: "model", model },
        prompt: [{ role: "user", content: [{ type: "text", text: "How are you?" }] }],
        chatId: null,
        messageId: null,
        signal: new AbortController().signal,
        ...change,
      },
      {
        start: (start) => started.push(start),
        reasoning: () => undefined,
        text: (delta) => said.push(delta),
      },
    );
    return { ...result, text: said.join(""), started };
  }

  /** The keys and models that hosts were asked with, in order. */
  asked(...names: string[]): string[] {
    return names
      .flatMap((name) => this.#callsOf(name).map((call) => ({ name, call })))
      .toSorted((a, b) => a.call.startedAt - b.call.startedAt)
      .map(({ name, call }) => `${name}/${call.model} ${keyOf(call)}`);
  }

  count(): number {
    return [...this.#hosts.keys()].reduce((sum, name) => sum + this.#callsOf(name).length, 0);
  }

  /** Oldest first. */
  async rows({ actor }: Context) {
    return (await listLedger(this.database.db, { teamId: actor.teamId }, 100)).toReversed();
  }

  async decisions({ actor }: Context) {
    const rows = this.database.db.select().from(decision).where(eq(decision.teamId, actor.teamId));
    return (await rows).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  #callsOf(name: string): Call[] {
    return this.host(name).calls.filter(({ model }) => model !== null);
  }
}

const keyOf = ({ headers }: Call): string => (headers.authorization?.includes(FIRST) ? "first" : "second");
