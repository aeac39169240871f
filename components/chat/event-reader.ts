const NEWLINE = 10;

/** Cuts the server's events out of what comes over the wire, and keeps how far the answer has been read with them.
 *  `lib/chat/ui-chunks.ts` writes what is read here. */
export class EventReader {
  /** Null until the answer was named. */
  answerId: string | null = null;
  /** Of the last event: the server goes on from there. */
  position = 0;
  /** Whether the answer has been read to its end. */
  isOver = false;
  readonly #decoder = new TextDecoder();
  #rest: Uint8Array = new Uint8Array();

  /** @returns the events that are whole now, which may be none. */
  take(bytes: Uint8Array): Uint8Array {
    const all = join(this.#rest, bytes);
    const end = endOfEvents(all);
    this.#rest = all.subarray(end);
    const whole = all.subarray(0, end);
    if (end > 0) this.#note(this.#decoder.decode(whole));
    return whole;
  }

  /** The connection broke: an event that was half there comes again, whole. */
  drop(): void {
    this.#rest = new Uint8Array();
  }

  #note(events: string): void {
    this.answerId ??= answerOf(events);
    this.position = Number([...events.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? this.position);
    this.isOver = events.endsWith("data: [DONE]\n\n");
  }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** Just after the last empty line. */
function endOfEvents(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at > 0; at--)
    if (bytes[at] === NEWLINE && bytes[at - 1] === NEWLINE) return at + 1;
  return 0;
}

function answerOf(events: string): string | null {
  const start = /^data: (\{"type":"start",.*\})$/m.exec(events)?.[1];
  // Our own server's event.
  return start === undefined ? null : (JSON.parse(start) as { messageId: string }).messageId;
}
