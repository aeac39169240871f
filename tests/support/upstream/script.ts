export const FAULTS = [
  "unauthorized",
  "forbidden",
  "model_missing",
  "rate_limit",
  "quota",
  "context_length",
  "content_filter",
  "bad_request",
  "server_error",
  "overloaded",
  "timeout",
  "cut",
  "end_early",
  "malformed",
  "error_event",
  "empty",
  "garbage",
] as const;
/** `timeout` never answers. `cut` destroys the socket in mid-stream, `end_early` closes the stream in order
 *  but before its end, `malformed` sends broken JSON, `error_event` the vendor's own error in mid-stream,
 *  `empty` a stream without a single event, `garbage` a page where a stream
 *  was to be. The others are refusals with the vendor's status and body. */
export type Fault = (typeof FAULTS)[number];

/** What the upstream answers to one call. */
export interface Script {
  text: string;
  reasoning: string;
  /** Send the reasoning as a `<think>` block inside the text. */
  inlineThink: boolean;
  /** Tokens of the prompt that no cache served. */
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  /** What else is billed, on the wires that can tell it. */
  extras: { cacheWrite1h?: number; audioInput?: number; webSearches?: number };
  serviceTier: string | null;
  /** Ask for this tool after the text. */
  toolCall: { name: string; input: string } | null;
  /** Counts to report; null reports one per piece sent. */
  outputTokens: number | null;
  reasoningTokens: number | null;
  reportUsage: boolean;
  firstTokenDelayMs: number;
  tokenDelayMs: number;
  /** Pieces of so many code units, which cut characters apart as a tokenizer does; null: a word each. */
  pieceLength: number | null;
  /** Send each piece in two writes, cut in the middle of its bytes. */
  torn: boolean;
  /** Say that the answer ended at the length limit; the chat wire only. */
  cutShort: boolean;
  fault: Fault | null;
  /** Pieces sent before a fault in mid-stream. */
  faultAfterTokens: number;
  retryAfterSeconds: number;
  /** Sent with the answer or the refusal. */
  headers: Record<string, string>;
  /** After so many pieces, wait until released: what a test looks at in the middle then is the middle. */
  hold: { afterTokens: number; released: Promise<void> } | null;
}

const PLAIN: Script = {
  text: "Hello from the upstream, word by word.",
  reasoning: "",
  inlineThink: false,
  inputTokens: 12,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  extras: {},
  serviceTier: null,
  toolCall: null,
  outputTokens: null,
  reasoningTokens: null,
  reportUsage: true,
  firstTokenDelayMs: 0,
  tokenDelayMs: 0,
  pieceLength: null,
  torn: false,
  cutShort: false,
  fault: null,
  faultAfterTokens: 3,
  retryAfterSeconds: 7,
  headers: {},
  hold: null,
};

/** The script for a model that none was set for, read from its name, so that a test which only chooses a
 *  model gets what it needs: `fault-rate_limit`, `tokens-500-pace-20`, `delay-300`, `think` (inline),
 *  `reason`, in any combination. */
export function scriptFromName(model: string): Script {
  const number = (key: string) => Number(new RegExp(`${key}-(\\d+)`).exec(model)?.[1] ?? 0);
  const isReasoning = /think|reason/.test(model);
  const tokens = number("tokens");
  return {
    ...PLAIN,
    text: tokens > 0 ? Array.from({ length: tokens }, (_, index) => `w${index} `).join("") : PLAIN.text,
    reasoning: isReasoning ? "First I look at the question. Then I answer it." : "",
    inlineThink: /think/.test(model),
    firstTokenDelayMs: number("delay"),
    tokenDelayMs: number("pace"),
    fault: FAULTS.find((fault) => model.includes(`fault-${fault}`)) ?? null,
  };
}

/** What is sent of a script, in order, before what ends it. */
export function piecesOf(script: Script): ["reasoning" | "text", string][] {
  const cut = (text: string): string[] =>
    script.pieceLength === null ? toPieces(text) : toLengths(text, script.pieceLength);
  const reasoning = script.inlineThink ? `<think>${script.reasoning}</think>` : script.reasoning;
  return [
    ...(script.reasoning === "" ? [] : cut(reasoning)).map((piece) => ["reasoning", piece] as const),
    ...cut(script.text).map((piece) => ["text", piece] as const),
  ].map(([kind, piece]) => [kind, piece]);
}

function toLengths(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}

/** A word with the white space after it; Chinese characters one by one. The pieces join to the text. */
function toPieces(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
}
