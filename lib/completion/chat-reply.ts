/** What one chunk of a stream of OpenAI's chat wire says. */
export interface ChatWords {
  text: string;
  reasoning: string;
  /** Whether the model has said anything with it: a role alone is nothing. */
  speaks: boolean;
  finish: string | null;
}

export type Chunk = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is counted where a vendor reports no usage: text, what tools are called with, and thoughts, wherever hosts put
 *  them. */
export function chatText(chunk: Chunk, part: "delta" | "message" = "delta"): ChatWords {
  const words: ChatWords = { text: "", reasoning: "", speaks: false, finish: null };
  const choices = Array.isArray(chunk.choices) ? chunk.choices : [];
  for (const choice of choices) {
    if (!isRecord(choice)) continue;
    if (typeof choice.finish_reason === "string") words.finish ??= choice.finish_reason;
    const said = choice[part];
    if (!isRecord(said)) continue;
    words.text += textOf(said.content) + textOf(said.refusal) + toolText(said.tool_calls);
    words.reasoning += textOf(said.reasoning_content) || textOf(said.reasoning);
    words.speaks ||= isRecord(said.audio) || isRecord(said.function_call);
  }
  words.speaks ||= words.text !== "" || words.reasoning !== "";
  return words;
}

/** What a whole reply says, and how it reports its usage. */
export type WholeReply = Omit<ChatWords, "speaks"> & { usage: unknown };

/** @throws SyntaxError for what is no reply */
export function readChatReply(reply: unknown): WholeReply {
  if (!isRecord(reply) || !Array.isArray(reply.choices)) throw new SyntaxError("a reply without choices");
  return { ...chatText(reply, "message"), usage: reply.usage };
}

const FINISHES: Readonly<Record<string, string>> = {
  tool_calls: "tool-calls",
  function_call: "tool-calls",
  // Passed on as it was said: whoever asked sees it.
  content_filter: "filtered",
};

/** In AI SDK's words. */
export const chatFinish = (finish: string): string => FINISHES[finish] ?? finish;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function toolText(calls: unknown): string {
  if (!Array.isArray(calls)) return "";
  return calls
    .map((call) => (isRecord(call) && isRecord(call.function) ? call.function : {}))
    .map(({ name, arguments: input }) => textOf(name) + textOf(input))
    .join("");
}
