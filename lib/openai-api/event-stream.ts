const encoder = new TextEncoder();
/** A proxy between cuts a connection that says nothing, and a model may think for minutes. */
const COMMENT = encoder.encode(": wye\n\n");
const QUIET_MS = 15_000;

/** Server-sent events to one client. What is sent after it left goes nowhere. */
export class EventStream {
  readonly readable: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #sentAt = performance.now();
  readonly #timer: NodeJS.Timeout;

  /** @param onLeft the client went away */
  constructor(onLeft: () => void) {
    this.readable = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => {
        this.#forget();
        onLeft();
      },
    });
    this.#timer = setInterval(() => {
      if (performance.now() - this.#sentAt >= QUIET_MS) this.write(COMMENT);
    }, QUIET_MS).unref();
  }

  write(bytes: Uint8Array): void {
    this.#sentAt = performance.now();
    this.#controller?.enqueue(bytes);
  }

  /** @param name of the event, on wires that name theirs */
  send(event: object, name?: string): void {
    const head = name === undefined ? "" : `event: ${name}\n`;
    this.write(encoder.encode(`${head}data: ${JSON.stringify(event)}\n\n`));
  }

  /** Ends as OpenAI's streams do. */
  done(): void {
    this.write(encoder.encode("data: [DONE]\n\n"));
    this.close();
  }

  close(): void {
    const controller = this.#controller;
    this.#forget();
    controller?.close();
  }

  #forget(): void {
    clearInterval(this.#timer);
    this.#controller = null;
  }
}
