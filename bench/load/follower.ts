import { once } from "node:events";
import { type IncomingMessage, type RequestOptions, request } from "node:http";
import type { Protocol } from "./plan.ts";
import { readAnswer } from "./read-answer.ts";

/** Reads one stream to its end. Keeps the bytes as they come and looks into them when all is over, so that what it
 *  does with them holds up nobody who reads beside it. */
export class Follower {
  /** By this process's clock; null until then. */
  endedAtMs: number | null = null;
  readonly #hear: (chunk: Buffer) => void;
  readonly #chunks: Buffer[] = [];
  #failure: unknown = null;
  #ended: Promise<void> = Promise.resolve();

  /** @param hear is told of each piece as it comes */
  constructor(hear: (chunk: Buffer) => void = () => undefined) {
    this.#hear = hear;
  }

  /** Resolves when the stream has begun. @throws Error on any status but 200 */
  async open(url: string, options: RequestOptions, body?: string): Promise<void> {
    const sent = request(url, options);
    sent.setNoDelay(true);
    sent.end(body);
    const [response]: IncomingMessage[] = await once(sent, "response");
    if (response?.statusCode !== 200) throw new Error(`status ${response?.statusCode}`);
    this.#ended = this.#read(response);
  }

  async #read(response: IncomingMessage): Promise<void> {
    response.on("data", (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#hear(chunk);
    });
    try {
      await once(response, "end");
      this.endedAtMs = performance.now();
    } catch (error) {
      this.#failure = error;
    }
  }

  /** Resolves when it has ended, well or not. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** What it read. @throws Error unless the stream came to its end */
  text(protocol: Protocol): string {
    if (this.endedAtMs === null) throw new Error(`the stream was cut: ${String(this.#failure)}`);
    return readAnswer(protocol, Buffer.concat(this.#chunks).toString("utf8"));
  }
}
