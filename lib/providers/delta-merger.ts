import { type DeltaTemplate, readDelta } from "./read-delta";

/** Joins neighbouring text deltas of an OpenAI chat stream into one event. Everything else (roles, tool calls,
 *  finish, usage, errors, comments, what is not JSON) passes as it came, in its place. Pure: no clock, no I/O.
 *
 *  An event that differs from the one before in nothing but its text, as almost all do, is not parsed: its text is
 *  taken from between the same head and tail, escapes and all. */
export class DeltaMerger {
  #rest = "";
  #template: DeltaTemplate | null = null;
  /** Text of the template's event and of those joined to it, still escaped as in JSON; null: nothing is held. */
  #held: string | null = null;

  /** Takes more of the stream; gives out what cannot grow any more. */
  push(chunk: string): string {
    const stream = this.#rest + chunk;
    let out = "";
    let start = 0;
    for (let end = blockEnd(stream, start); end > 0; end = blockEnd(stream, start)) {
      out += this.#take(stream.slice(start, end));
      start = end;
    }
    this.#rest = stream.slice(start);
    return out;
  }

  /** Whether a piece of text is held back. */
  get holds(): boolean {
    return this.#held !== null;
  }

  /** Gives out the piece that is held back. */
  flush(): string {
    if (this.#held === null || !this.#template) return "";
    const event = this.#template.head + this.#held + this.#template.tail;
    this.#held = null;
    return event;
  }

  /** Gives out all there is: the stream is over. */
  end(): string {
    const out = this.flush() + this.#rest;
    this.#rest = "";
    return out;
  }

  #take(block: string): string {
    const text = this.#template && textBetween(block, this.#template);
    if (text !== null) {
      this.#held = (this.#held ?? "") + text;
      return "";
    }
    const delta = readDelta(block);
    if (!delta) return this.flush() + block;
    const known = this.#template;
    const goesOn = this.#held !== null && known?.kind === delta.kind && known.identity === delta.identity;
    if (goesOn) {
      this.#held += delta.text;
      return "";
    }
    const before = this.flush();
    this.#template = delta;
    this.#held = delta.text;
    return before;
  }
}

/** Where the block that begins at `start` ends, its blank line included; 0 while it is open. */
function blockEnd(stream: string, start: number): number {
  for (let at = stream.indexOf("\n", start); at >= 0; at = stream.indexOf("\n", at + 1)) {
    if (stream[at + 1] === "\n") return at + 2;
    if (stream[at + 1] === "\r" && stream[at + 2] === "\n") return at + 3;
  }
  return 0;
}

/** The inside of a JSON string: no bare quote, backslash or control character. */
const STRING_BODY = /^(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))+$/u;

function textBetween(block: string, { head, tail }: DeltaTemplate): string | null {
  if (!block.startsWith(head) || !block.endsWith(tail) || block.length <= head.length + tail.length)
    return null;
  const text = block.slice(head.length, block.length - tail.length);
  return STRING_BODY.test(text) ? text : null;
}
