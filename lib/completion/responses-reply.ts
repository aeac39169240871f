import type { LanguageModelV4Usage } from "@ai-sdk/provider";
import { type ChatWords, type Chunk, isRecord, type WholeReply } from "./chat-reply";

/** The event that ends a stream of OpenAI's Responses wire, and reports its usage. */
export const endsResponse = ({ type }: Chunk): boolean =>
  type === "response.completed" || type === "response.incomplete";

/** What a vendor says went wrong in mid-stream; null: nothing did. */
export function responseFailure(event: Chunk): object | null {
  if (event.type === "error") return isRecord(event.error) ? event : { error: event };
  if (event.type !== "response.failed") return null;
  return { error: isRecord(event.response) ? event.response.error : null };
}

/** What one event of a stream says. */
export function responseWords(event: Chunk): ChatWords {
  const type = String(event.type);
  const words: ChatWords = { text: "", reasoning: "", speaks: false, finish: null };
  if (type.endsWith(".delta") && typeof event.delta === "string") {
    if (type.includes("reasoning")) words.reasoning = event.delta;
    // Sound and pictures are no text to count.
    else if (!type.includes("audio") && !type.includes("image")) words.text = event.delta;
    words.speaks = event.delta !== "";
  } else if (type === "response.output_item.added" && isRecord(event.item)) {
    if (typeof event.item.name === "string") words.text = event.item.name;
    words.speaks = event.item.type !== "message" && event.item.type !== "reasoning";
  } else if (endsResponse(event)) words.finish = finishOf(event.response);
  return words;
}

/** @throws SyntaxError for what is no response, or what the vendor says went wrong */
export function readResponse(reply: unknown): WholeReply {
  if (!isRecord(reply) || !Array.isArray(reply.output)) throw new SyntaxError("a response without output");
  if (isRecord(reply.error)) throw { error: reply.error };
  const items = reply.output.filter(isRecord);
  const said = (parts: unknown) =>
    (Array.isArray(parts) ? parts.filter(isRecord) : [])
      .map(({ text, refusal }) => String(text ?? refusal ?? ""))
      .join("");
  return {
    text: items
      .map((item) =>
        item.type === "message" ? said(item.content) : `${textOf(item.name)}${textOf(item.arguments)}`,
      )
      .join(""),
    reasoning: items.map(({ summary }) => said(summary)).join(""),
    finish: finishOf(reply),
    usage: reply.usage,
  };
}

/** A response's usage in AI SDK's form. */
export function responseUsage(raw: unknown): Pick<LanguageModelV4Usage, "inputTokens" | "outputTokens"> {
  const usage = isRecord(raw) ? raw : {};
  const total = countOf(usage.input_tokens);
  const cacheRead = detail(usage.input_tokens_details, "cached_tokens");
  const output = countOf(usage.output_tokens);
  const reasoning = detail(usage.output_tokens_details, "reasoning_tokens");
  const less = (all: number | undefined, part = 0) => (all === undefined ? undefined : all - part);
  return {
    inputTokens: { total, cacheRead, noCache: less(total, cacheRead), cacheWrite: undefined },
    outputTokens: { total: output, reasoning, text: less(output, reasoning) },
  };
}

function finishOf(response: unknown): string {
  if (!isRecord(response) || response.status !== "incomplete") return "stop";
  const reason = isRecord(response.incomplete_details) ? response.incomplete_details.reason : null;
  return reason === "content_filter" ? "filtered" : "length";
}

const countOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
const detail = (details: unknown, name: string): number | undefined =>
  isRecord(details) ? countOf(details[name]) : undefined;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
