/** Words of four to seven characters, as tokens of prose are. None needs escaping in JSON. */
const WORDS = [" steel", " river", " cause", " where", " people", " then", " number", " quiet"];

const HEAD = {
  id: "chatcmpl-bench",
  object: "chat.completion.chunk",
  created: 1_760_000_000,
  model: "bench",
  system_fingerprint: "fp_bench",
};

function event(body: object): Buffer {
  return Buffer.from(`data: ${JSON.stringify({ ...HEAD, ...body })}\n\n`);
}

function deltaEvent(delta: object, finishReason: string | null): Buffer {
  return event({ choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }] });
}

const WORD_EVENTS = WORDS.map((content) => deltaEvent({ content }, null));
const ROLE_EVENT = deltaEvent({ role: "assistant", content: "" }, null);
const STOP_EVENT = deltaEvent({}, "stop");
const DONE = Buffer.from("data: [DONE]\n\n");

function tokenText(index: number): string {
  return WORDS[index % WORDS.length] ?? "";
}

/** The text of a whole answer, for checking that a target passed on all of it. */
export function answerText(tokens: number): string {
  return Array.from({ length: tokens }, (_, index) => tokenText(index)).join("");
}

export function usageOf(tokens: number) {
  return {
    prompt_tokens: 12,
    completion_tokens: tokens,
    total_tokens: 12 + tokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
  };
}

/** The events of an answer, serialised once for each token count: [role + first token, second token, ...,
 *  stop + usage + done]. */
export function answerEvents(tokens: number): readonly Buffer[] {
  const known = eventsByTokens.get(tokens);
  if (known !== undefined) return known;
  const words = Array.from({ length: tokens }, (_, index) => WORD_EVENTS[index % WORDS.length] ?? DONE);
  const [first = DONE, ...rest] = words;
  const usage = event({ choices: [], usage: usageOf(tokens) });
  const events = [Buffer.concat([ROLE_EVENT, first]), ...rest, Buffer.concat([STOP_EVENT, usage, DONE])];
  eventsByTokens.set(tokens, events);
  return events;
}
const eventsByTokens = new Map<number, readonly Buffer[]>();

/** The whole answer as one buffer. */
export function answerBurst(tokens: number): Buffer {
  const known = burstByTokens.get(tokens) ?? Buffer.concat(answerEvents(tokens));
  burstByTokens.set(tokens, known);
  return known;
}
const burstByTokens = new Map<number, Buffer>();

/** The answer to a request that did not ask for a stream. */
export function answerJson(tokens: number): string {
  return JSON.stringify({
    ...HEAD,
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: answerText(tokens) },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: usageOf(tokens),
  });
}
