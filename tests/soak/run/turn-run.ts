import type { ReplyInput } from "@/lib/chat/reply-input";
import { Transcript } from "@/tests/integration/chat/transcript";
import type { Call } from "@/tests/support/upstream/call";
import type { Said } from "../check/evidence";
import type { Turn } from "../plan/scenario";
import { toScript } from "../plan/to-script";
import { BROWSER_HEADER, type Exchange } from "../world/front";
import type { Writer } from "./process-troubles";
import type { ScenarioRun } from "./scenario-run";
import { until } from "./until";

const REACH_LIMIT_MS = 40_000;

/** One question and its answer, as they go. */
export class TurnRun {
  readonly turn: Turn;
  readonly run: ScenarioRun;
  readonly secured: Said[] = [];
  readonly stop = { asked: false, confirmed: false };
  /** Answers to requests that were sent again. */
  readonly repeats: { through: string; transcript: Transcript }[] = [];
  #request: ReplyInput | null = null;
  #body = "";
  #release: () => void = () => undefined;

  constructor(run: ScenarioRun, turn: Turn) {
    this.run = run;
    this.turn = turn;
    const held = Promise.withResolvers<void>();
    this.#release = held.resolve;
    const { holdAt, marker } = turn.answer;
    const hold = holdAt === null ? null : { afterTokens: holdAt, released: held.promise };
    run.world.scripts.answer(marker, toScript(turn.answer, hold));
  }

  get marker(): string {
    return this.turn.answer.marker;
  }

  get request(): ReplyInput {
    if (!this.#request) throw new Error("the question was not sent yet");
    return this.#request;
  }

  get wasSent(): boolean {
    return this.#request !== null;
  }

  /** Lets the upstream go on. */
  release(): void {
    this.#release();
  }

  get call(): Call | undefined {
    return this.run.world.scripts.callsOf(this.marker, "chat")[0];
  }

  get requests(): Exchange[] {
    return this.run.world.front.exchanges.filter(({ body }) => body.includes(this.marker));
  }

  /** Waits until the browser has sent the question. @throws Error when it does not */
  async sent(): Promise<void> {
    const exchange = await until(() => this.requests[0], REACH_LIMIT_MS);
    if (!exchange) throw new Error("the question was never sent");
    this.#body = exchange.body;
    // Our own page's request.
    this.#request = JSON.parse(exchange.body) as ReplyInput;
  }

  /** Waits until the upstream has sent so many pieces, or will send no more. */
  async reached(pieces: number): Promise<void> {
    const there = () =>
      this.call !== undefined && (this.call.sentTokens >= pieces || this.call.endedAt !== null);
    if (!(await until(there, REACH_LIMIT_MS))) throw new Error(`the upstream never came to piece ${pieces}`);
  }

  get writer(): Writer {
    const [first, ...others] = this.requests.filter(
      ({ status, replica }) => replica !== null && (status ?? 200) === 200,
    );
    const begun = first?.answeredAt ?? null;
    // What came after the first was answered found the answer begun.
    const certain = begun !== null && others.every(({ cameAt }) => cameAt > begun);
    return { replica: first?.replica ?? null, certain };
  }

  /** Sends the request again, as it was, and reads what comes of it. */
  async repeat(replica: number): Promise<void> {
    const { front, signedIn } = this.run.world;
    const id = `repeat-${this.marker}-${this.repeats.length}`;
    front.link(id).pin = { path: /./, replica };
    const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const response = await fetch(`${front.url}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, [BROWSER_HEADER]: id },
      body: this.#body,
    });
    if (!response.ok) throw new Error(`a repeated request got ${response.status}: ${await response.text()}`);
    this.repeats.push({
      through: `repeated through replica ${replica}`,
      transcript: new Transcript(response),
    });
  }
}
