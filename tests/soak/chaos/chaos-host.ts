import { continueInstruction } from "@/lib/chat/continue-instruction";
import { TITLE_INSTRUCTION } from "@/lib/chat/title";
import type { Call } from "@/tests/support/upstream/call";
import type { Script } from "@/tests/support/upstream/script";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";
import { type HostName, MODELS, type Trouble } from "./plan-chaos";

export const FIRST_KEY = "sk-first-0123456789-1111";
export const SECOND_KEY = "sk-second-0123456789-2222";

export interface Suffered {
  trouble: Exclude<Trouble, "down">;
  oneKey: boolean;
  retryAfterSeconds: number;
}

/** What a host says to a question: nobody else's words. */
export const answerOf = (marker: string, host: HostName): string => `Of ${marker}, says ${host}: so it is.`;
/** Words of it that are said before it breaks off. */
export const SAID_BEFORE_CUT = 4;
export const cutAnswerOf = (marker: string, host: HostName): string => `Of ${marker}, says ${host}: `;
/** How a host goes on with another's words. */
export const continuationOf = (host: HostName): string => `and ${host} says: so it is.`;

/** A vendor at an address of its own, which can go down and come up again. */
export class ChaosHost {
  readonly name: HostName;
  readonly #calls: Call[] = [];
  #upstream: Upstream;
  suffers: Suffered | null = null;

  private constructor(name: HostName, upstream: Upstream) {
    this.name = name;
    this.#upstream = upstream;
  }

  static async start(name: HostName): Promise<ChaosHost> {
    const host = new ChaosHost(name, await startUpstream({ models: MODELS[name] }));
    await host.#restart();
    return host;
  }

  get baseUrl(): string {
    return this.#upstream.baseUrl("openai");
  }

  get host(): string {
    return this.#upstream.host;
  }

  /** Calls to a model, in order. */
  get calls(): readonly Call[] {
    return [...this.#calls, ...this.#upstream.calls].filter(({ model }) => model !== null);
  }

  async goDown(): Promise<void> {
    this.#calls.push(...this.#upstream.calls.splice(0));
    await this.#upstream.close();
  }

  async comeUp(): Promise<void> {
    const port = Number(new URL(this.#upstream.url).port);
    const choose = (call: Call) => this.#choose(call);
    this.#upstream = await startUpstream({ port, models: MODELS[this.name], choose });
  }

  async close(): Promise<void> {
    await this.#upstream.close();
  }

  async #restart(): Promise<void> {
    await this.goDown();
    await this.comeUp();
  }

  #choose(call: Call): Partial<Script> {
    const { suffers } = this;
    const isMeant = suffers !== null && (!suffers.oneKey || keyOf(call).includes(FIRST_KEY));
    const text = this.#textFor(call);
    return isMeant ? { text, ...faultOf(suffers) } : { text };
  }

  #textFor(call: Call): string {
    if (isTitle(call)) return "A title";
    return isContinuation(call)
      ? continuationOf(this.name)
      : answerOf(markerOf(call) ?? "nothing", this.name);
  }
}

const CONTINUE = continueInstruction({ text: "x", reasoning: "" }).slice(0, 40);
const isContinuation = ({ body }: Call): boolean => JSON.stringify(body).includes(CONTINUE);

const keyOf = ({ headers }: Call): string => headers.authorization ?? "";

/** The last question in a prompt is the one that is asked. */
export const markerOf = ({ body }: Call): string | null =>
  JSON.stringify(body)
    .match(/chaos-\d+-\d+-q/g)
    ?.at(-1) ?? null;

export const isTitle = ({ body }: Call): boolean =>
  JSON.stringify(body).includes(JSON.stringify(TITLE_INSTRUCTION).slice(1, -1));

/** Longer than any first word is waited for. */
const LONG_MS = 8_000;

function faultOf({ trouble, retryAfterSeconds }: Suffered): Partial<Script> {
  switch (trouble) {
    case "slow":
      return { firstTokenDelayMs: LONG_MS };
    case "rate-limited":
      return { fault: "rate_limit", retryAfterSeconds };
    case "cut":
      return { fault: "cut", faultAfterTokens: 0 };
    case "early-end":
      return { fault: "end_early", faultAfterTokens: 0 };
    case "garbage":
      return { fault: "garbage" };
    case "malformed":
      return { fault: "malformed", faultAfterTokens: 0 };
    case "error":
      return { fault: "server_error" };
    case "error-event":
      return { fault: "error_event", faultAfterTokens: 0 };
    case "empty":
      return { fault: "empty" };
    case "cut-midway":
      return { fault: "cut", faultAfterTokens: SAID_BEFORE_CUT };
    case "end-midway":
      return { fault: "end_early", faultAfterTokens: SAID_BEFORE_CUT };
  }
}
