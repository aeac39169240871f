import type { ServerResponse } from "node:http";

const TICK_MS = 2;

interface Paced {
  response: ServerResponse;
  events: readonly Buffer[];
  next: number;
  dueMs: number;
  intervalMs: number;
}

/** Writes many streams, each at its own pace, from one timer. A late tick catches up, so a stream's average
 *  pace holds whatever the timer does. */
export class Pacer {
  readonly #streams = new Set<Paced>();
  #timer: NodeJS.Timeout | null = null;

  start(response: ServerResponse, events: readonly Buffer[], tokensPerSecond: number): void {
    this.#streams.add({
      response,
      events,
      next: 0,
      dueMs: performance.now(),
      intervalMs: 1000 / tokensPerSecond,
    });
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    this.#tick();
  }

  stop(response: ServerResponse): void {
    for (const stream of this.#streams) if (stream.response === response) this.#remove(stream);
  }

  #tick(): void {
    const nowMs = performance.now();
    for (const stream of this.#streams) {
      while (stream.dueMs <= nowMs) {
        const event = stream.events[stream.next];
        if (event === undefined) {
          stream.response.end();
          this.#remove(stream);
          break;
        }
        stream.response.write(event);
        stream.next += 1;
        stream.dueMs += stream.intervalMs;
      }
    }
  }

  #remove(stream: Paced): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}
