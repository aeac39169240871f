import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What a browser's connections go through. */
export class Link {
  readonly sockets = new Set<Socket>();
  latencyMs = 0;
  isCut = false;
  /** The replica that requests whose path matches go to; others take turns. */
  pin: { path: RegExp; replica: number } | null = null;
  /** The next response to a request whose path matches is thrown away. */
  loses: RegExp | null = null;
  #thawed: Promise<void> = Promise.resolve();
  /** Exchanges that began before this moment never go on. */
  #deaf = new AbortController();

  /** Of an exchange: what it began under. */
  get deaf(): AbortSignal {
    return this.#deaf.signal;
  }

  /** Resets what is open and refuses what comes. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  mend(): void {
    this.isCut = false;
  }

  /** Nothing arrives for so long. */
  freeze(forMs: number): Promise<void> {
    this.#thawed = sleep(forMs);
    return this.#thawed;
  }

  /** What is open stays open and brings nothing any more. */
  silence(): void {
    this.#deaf.abort();
    this.#deaf = new AbortController();
  }

  /** Resolves when the next part of an exchange may pass. */
  async pass(deaf: AbortSignal): Promise<void> {
    await this.#thawed;
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    if (deaf.aborted) await new Promise<never>(() => undefined);
  }
}
