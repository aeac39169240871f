import { type Chunk, isRecord } from "./chat-reply";
import { endsResponse, responseFailure } from "./responses-reply";

export interface Takers {
  /** Whole events, as they came. */
  pass(bytes: Uint8Array): void;
  /** Called for each chunk before it is passed. */
  chunk(chunk: Chunk): void;
  /** Each report of usage; the last one counts. */
  usage(event: Chunk): void;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** What becomes of one event. @returns whether it passes as it is
 *  @throws what a vendor says in mid-stream */
type Take = (chunk: Chunk, takers: Takers) => boolean;

/** Reads a stream of one of OpenAI's wires while its bytes pass: only an event that reports usage is taken out, or, where
 *  it says something else as well, passed without it; and the end is held back.
 *  @throws from `push` what a vendor says in mid-stream, or SyntaxError */
export class ChatEventReader {
  readonly #takers: Takers;
  readonly #read: Take;
  #rest: Uint8Array = new Uint8Array();
  #done = false;

  /** @param read as the chat wire's events are, unless it is given */
  constructor(takers: Takers, read: Take = takeChatChunk) {
    this.#takers = takers;
    this.#read = read;
  }

  get isDone(): boolean {
    return this.#done;
  }

  push(bytes: Uint8Array): void {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    let begin = 0;
    /** What may pass of what was looked at. */
    let from = 0;
    for (;;) {
      const end = endOfEvent(all, begin);
      if (end === -1) break;
      if (!this.#take(all.subarray(begin, end))) {
        if (begin > from) this.#takers.pass(all.subarray(from, begin));
        from = end;
      }
      begin = end;
    }
    if (begin > from) this.#takers.pass(all.subarray(from, begin));
    // A copy: what it lies in may be as long as a stream.
    this.#rest = begin === all.length ? new Uint8Array() : Uint8Array.from(all.subarray(begin));
  }

  /** Some hosts do not end their last event. */
  end(): void {
    if (this.#rest.some((byte) => byte !== NEWLINE && byte !== RETURN)) this.push(Buffer.from("\n\n"));
  }

  /** @returns whether the event passes as it is */
  #take(event: Uint8Array): boolean {
    const data = dataOf(event);
    if (data === null) return !this.#done;
    if (data === "[DONE]") {
      this.#done = true;
      return false;
    }
    const chunk: unknown = JSON.parse(data);
    if (!isRecord(chunk)) throw new SyntaxError("an event that is no chunk");
    return this.#read(chunk, this.#takers);
  }
}

/** An event that reports usage beside a choice passes without it. */
function takeChatChunk(chunk: Chunk, takers: Takers): boolean {
  if (isRecord(chunk.error) || !("choices" in chunk)) throw chunk;
  takers.chunk(chunk);
  if (!isRecord(chunk.usage)) return true;
  takers.usage(chunk);
  const { usage: _usage, ...rest } = chunk;
  if (Array.isArray(rest.choices) && rest.choices.length > 0)
    takers.pass(Buffer.from(`data: ${JSON.stringify(rest)}\n\n`));
  return false;
}

/** The same for OpenAI's Responses wire, in which the last event repeats the whole answer with its usage. */
export function takeResponseEvent(event: Chunk, takers: Takers): boolean {
  const failure = responseFailure(event);
  if (failure) throw failure;
  takers.chunk(event);
  if (!endsResponse(event)) return true;
  takers.usage(event);
  return false;
}

/** Where the event ends that begins here, its empty line included; -1: it has not ended. */
function endOfEvent(bytes: Uint8Array, begin: number): number {
  for (let at = bytes.indexOf(NEWLINE, begin); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) {
    const next = bytes[at + 1] === RETURN ? at + 2 : at + 1;
    if (bytes[next] === NEWLINE) return next + 1;
  }
  return -1;
}

/** An event's data; null for a comment, which keeps a connection open. */
function dataOf(event: Uint8Array): string | null {
  const lines = new TextDecoder()
    .decode(event)
    .split(/\r?\n/)
    .filter((line) => line.startsWith("data:"))
    .map((line) => line.slice(5).replace(/^ /, ""));
  return lines.length === 0 ? null : lines.join("\n").trim();
}
