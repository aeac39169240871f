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
] as const;
/** `timeout` never answers. `cut` destroys the socket in mid-stream, `end_early` closes the stream in order
 *  but before its end, `malformed` sends broken JSON, `error_event` the vendor's own error in mid-stream,
 *  `empty` a stream without a single event. The others are refusals with the vendor's status and body. */
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
  /** Counts to report; null reports one per piece sent. */
  outputTokens: number | null;
  reasoningTokens: number | null;
  reportUsage: boolean;
  firstTokenDelayMs: number;
  tokenDelayMs: number;
  /** Say that the answer ended at the length limit; the chat wire only. */
  cutShort: boolean;
  fault: Fault | null;
  /** Pieces sent before a fault in mid-stream. */
  faultAfterTokens: number;
  retryAfterSeconds: number;
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
  outputTokens: null,
  reasoningTokens: null,
  reportUsage: true,
  firstTokenDelayMs: 0,
  tokenDelayMs: 0,
  cutShort: false,
  fault: null,
  faultAfterTokens: 3,
  retryAfterSeconds: 7,
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

/** A word with the white space after it; Chinese characters one by one. The pieces join to the text. */
export function toPieces(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
}
