interface Chunk {
  type: string;
  delta?: string;
  messageMetadata?: Record<string, unknown>;
}

/** What a follower reads, checked as it comes: each event's id must continue where the one before it ended. */
export class Transcript {
  text = "";
  position: number;
  /** Of the end, once it has come. */
  metadata: Record<string, unknown> | null = null;
  /** Resolves when the stream is over; rejects on a duplicate, a gap or a break. */
  readonly ended: Promise<void>;
  readonly #reader: ReadableStreamDefaultReader<string>;
  #waiting: (() => void)[] = [];

  constructor(response: Response, after = 0) {
    if (!response.body) throw new TypeError("nothing to read");
    this.position = after;
    this.#reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    this.ended = this.#read();
    // Whoever leaves in the middle does not wait for the end.
    this.ended.catch(() => undefined);
  }

  /** Resolves once so many events, characters included, have come; rejects when it ends before. */
  async reached(position: number): Promise<void> {
    const there = new Promise<void>((resolve) => {
      const look = () => {
        if (this.position >= position) resolve();
        else this.#waiting.push(look);
      };
      look();
    });
    const over = this.ended.then(() => {
      if (this.position < position) throw new Error(`it ended at ${this.position}`);
    });
    await Promise.race([there, over]);
  }

  /** Goes away, as a closed tab does. */
  async leave(): Promise<void> {
    await this.#reader.cancel();
  }

  async #read(): Promise<void> {
    let rest = "";
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return;
      const events = (rest + value).split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) this.#take(event);
      for (const look of this.#waiting.splice(0)) look();
    }
  }

  #take(event: string): void {
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (data === undefined || data === "[DONE]") return;
    const chunk = JSON.parse(data) as Chunk;
    if (chunk.type === "finish") this.metadata = chunk.messageMetadata ?? null;
    const id = /^id: (\d+)$/m.exec(event)?.[1];
    if (id === undefined) return;
    const size = chunk.delta === undefined ? 1 : chunk.delta.length;
    if (Number(id) !== this.position + size) throw new Error(`event ${id} follows ${this.position}`);
    this.position = Number(id);
    if (chunk.type === "text-delta") this.text += chunk.delta ?? "";
  }
}
