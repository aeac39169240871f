type DeltaKind = "content" | "reasoning_content";

/** An event of OpenAI's chat wire that says nothing but a piece of text. */
interface DeltaEvent {
  kind: DeltaKind;
  event: { choices: [{ delta: Record<string, unknown> }] };
  id: unknown;
  index: unknown;
  text: string;
}

/** Joins neighbouring text deltas of an OpenAI chat stream into one event. Everything else (roles, tool calls,
 *  finish, usage, errors, comments, what is not JSON) passes as it came, in its place. Pure: no clock, no I/O. */
export class DeltaMerger {
  #rest = "";
  #held: DeltaEvent | null = null;

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
    const held = this.#held;
    if (!held) return "";
    this.#held = null;
    held.event.choices[0].delta[held.kind] = held.text;
    return `data: ${JSON.stringify(held.event)}\n\n`;
  }

  /** Gives out all there is: the stream is over. */
  end(): string {
    const out = this.flush() + this.#rest;
    this.#rest = "";
    return out;
  }

  #take(block: string): string {
    const delta = readDelta(block);
    if (!delta) return this.flush() + block;
    if (this.#held && continues(this.#held, delta)) {
      this.#held.text += delta.text;
      return "";
    }
    const before = this.flush();
    this.#held = delta;
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

const continues = (a: DeltaEvent, b: DeltaEvent): boolean =>
  a.kind === b.kind && a.id === b.id && a.index === b.index;

function readDelta(block: string): DeltaEvent | null {
  if (!block.startsWith("data: {") || !block.includes('"choices"')) return null;
  const json = block.slice("data: ".length).trimEnd();
  if (json.includes("\n")) return null;
  const event = parseObject(json);
  if (!event || ("usage" in event && event.usage !== null) || "error" in event) return null;
  const choice = onlyChoice(event.choices);
  if (!choice) return null;
  const { delta, finish_reason, logprobs, index } = choice;
  if (finish_reason || logprobs || !isObject(delta)) return null;
  const kind = onlyText(delta);
  if (!kind) return null;
  return {
    kind,
    event: event as unknown as DeltaEvent["event"],
    id: event.id,
    index,
    text: String(delta[kind]),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    // Not ours to judge: it passes, and the SDK says that it is malformed.
    return null;
  }
}

function onlyChoice(choices: unknown): Record<string, unknown> | null {
  if (!Array.isArray(choices) || choices.length !== 1) return null;
  return isObject(choices[0]) ? choices[0] : null;
}

/** The one non-null field of a delta, if it is text. */
function onlyText(delta: Record<string, unknown>): DeltaKind | null {
  let kind: DeltaKind | null = null;
  for (const key in delta) {
    const value = delta[key];
    if (value === null) continue;
    if ((key !== "content" && key !== "reasoning_content") || typeof value !== "string" || kind) return null;
    kind = key;
  }
  return kind;
}
