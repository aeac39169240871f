const TEXT_KEYS = ["content", "reasoning_content", "reasoning"] as const;
type TextKey = (typeof TEXT_KEYS)[number];

interface Delta extends Partial<Record<TextKey, unknown>> {
  [key: string]: unknown;
}
interface Choice {
  index?: unknown;
  delta?: Delta | null;
  finish_reason?: unknown;
  logprobs?: unknown;
}
interface Chunk {
  choices?: Choice[] | null;
  usage?: unknown;
  error?: unknown;
}
interface TextEvent {
  chunk: Chunk;
  delta: Delta;
  key: TextKey;
  text: string;
}

/** Joins neighbouring server-sent events of OpenAI's chat completions that only add text to the same field, so
 *  that whoever reads them next parses and validates one instead of many. Anything else passes unchanged and
 *  in order: tool calls, usage, errors, what is not JSON. */
export function mergeEvents(events: readonly string[]): string {
  let merged = "";
  let held: TextEvent | null = null;
  const flush = () => {
    if (held === null) return;
    held.delta[held.key] = held.text;
    merged += `data: ${JSON.stringify(held.chunk)}\n\n`;
    held = null;
  };
  for (const event of events) {
    const next = readTextEvent(event);
    if (next === null) {
      flush();
      merged += `${event}\n\n`;
    } else if (held !== null && (held as TextEvent).key === next.key) {
      (held as TextEvent).text += next.text;
    } else {
      flush();
      held = next;
    }
  }
  flush();
  return merged;
}

/** The event, if all that it does is add text to one field. */
function readTextEvent(event: string): TextEvent | null {
  if (!event.startsWith("data: {") || event.includes("\n")) return null;
  const chunk = parse(event.slice("data: ".length));
  const choice = chunk?.choices?.length === 1 ? chunk.choices[0] : undefined;
  const delta = choice?.delta;
  if (!chunk || !choice || !delta || chunk.usage != null || chunk.error != null) return null;
  if ((choice.index ?? 0) !== 0 || choice.finish_reason != null || choice.logprobs != null) return null;
  const used = Object.keys(delta).filter((name) => name !== "role" && delta[name] != null);
  const key = TEXT_KEYS.find((name) => name === used[0]);
  const text = key === undefined ? undefined : delta[key];
  return used.length === 1 && key !== undefined && typeof text === "string"
    ? { chunk, delta, key, text }
    : null;
}

function parse(json: string): Chunk | null {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
