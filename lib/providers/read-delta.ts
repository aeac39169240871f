type DeltaKind = "content" | "reasoning_content";

/** An event of OpenAI's chat wire that says nothing but a piece of text: what stands before the text in it, what
 *  after, and what tells it from another choice's or stream's. */
export interface DeltaTemplate {
  kind: DeltaKind;
  head: string;
  tail: string;
  identity: string;
}

export interface Delta extends DeltaTemplate {
  /** As it stands in the event, JSON escapes included. */
  text: string;
}

/** @param block one server-sent event with its blank line. @returns null for anything but a piece of text */
export function readDelta(block: string): Delta | null {
  if (!block.startsWith("data: {") || !block.includes('"choices"')) return null;
  const json = block.slice("data: ".length).trimEnd();
  if (json.includes("\n")) return null;
  const event = parseObject(json);
  if (!event || ("usage" in event && event.usage !== null) || "error" in event) return null;
  const choice = onlyChoice(event.choices);
  if (!choice || choice.finish_reason || choice.logprobs || !isObject(choice.delta)) return null;
  const kind = onlyText(choice.delta);
  if (!kind) return null;
  const text = String(choice.delta[kind]);
  const place = placeOf(block, kind, text);
  return place && { kind, ...place, identity: JSON.stringify([event.id, choice.index]) };
}

/** Where the text stands in the event as it was written; null when it cannot be told for sure. */
function placeOf(block: string, kind: DeltaKind, text: string): Pick<Delta, "head" | "tail" | "text"> | null {
  const key = new RegExp(`"${kind}"\\s*:\\s*"`, "g");
  if (!key.exec(block)) return null;
  const start = key.lastIndex;
  // A second place of the same name, such as one inside the text, leaves it open which is meant.
  if (key.exec(block)) return null;
  const end = closingQuote(block, start);
  if (end < 0) return null;
  const raw = block.slice(start, end);
  if (JSON.parse(`"${raw}"`) !== text) return null;
  return { head: block.slice(0, start), tail: block.slice(end), text: raw };
}

function closingQuote(block: string, start: number): number {
  for (let at = start; at < block.length; at++) {
    if (block[at] === "\\") at++;
    else if (block[at] === '"') return at;
  }
  return -1;
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
