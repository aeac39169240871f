import type { Protocol } from "./plan.ts";
import { readDelta } from "./read-delta.ts";
import { SseReader } from "./sse-reader.ts";

/** Learns when the first word of a stream came. */
export class FirstWord {
  /** By this process's clock; null until then. */
  atMs: number | null = null;
  readonly #protocol: Protocol;
  readonly #reader = new SseReader();

  constructor(protocol: Protocol) {
    this.#protocol = protocol;
  }

  /** @throws Error when the stream reports a failure before it says a word. */
  hear(chunk: Buffer): void {
    if (this.atMs !== null) return;
    const payloads = this.#reader.push(chunk.toString("utf8"));
    if (payloads.some((payload) => readDelta(this.#protocol, payload) !== "")) this.atMs = performance.now();
  }
}
