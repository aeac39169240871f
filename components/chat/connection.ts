import { onWake } from "@/components/ui/on-wake";
import { isDead } from "./is-dead";

/** @throws what `fetch` throws */
export type Ask = (signal: AbortSignal) => Promise<Response>;

const LOOK_EVERY_MS = 5_000;

/** One request and what comes of it, given up when nothing at all does for too long: a network that has died while a
 *  phone slept says nothing, and no read of it ever ends. */
export class Connection {
  readonly #controller = new AbortController();
  readonly #timer = setInterval(() => this.#look(false), LOOK_EVERY_MS);
  readonly #stopListening = onWake(() => this.#look(true));
  #heardAt = Date.now();
  #reader: ReadableStreamDefaultReader<Uint8Array> | null = null;

  /** @throws what `ask` throws; a TypeError when nothing came for too long */
  async open(ask: Ask, signal: AbortSignal): Promise<Response> {
    try {
      const response = await ask(AbortSignal.any([signal, this.#controller.signal]));
      this.#heardAt = Date.now();
      return response;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** @returns what came next, or null when nothing more comes, for whatever reason. */
  async read({ body }: Response): Promise<Uint8Array | null> {
    this.#reader ??= body?.getReader() ?? null;
    // It broke off, or was given up: either way there is no more.
    const next = await this.#reader?.read().catch(() => undefined);
    this.#heardAt = Date.now();
    if (next?.value === undefined) this.close();
    return next?.value ?? null;
  }

  close(): void {
    this.unwatch();
    this.#controller.abort(new TypeError("network: nothing came for too long"));
  }

  /** The rest is read by somebody else. */
  unwatch(): void {
    clearInterval(this.#timer);
    this.#stopListening();
  }

  #look(woken: boolean): void {
    if (isDead(Date.now() - this.#heardAt, woken)) this.close();
  }
}
