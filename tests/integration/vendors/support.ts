import type {
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { guardedFetch } from "@/lib/providers/guarded-fetch";
import type { Connection, Vendor } from "@/lib/providers/vendor";
import type { Upstream, WireName } from "../../support/upstream/start-upstream";

export function connect(upstream: Upstream, wire: WireName, apiKey = "good-key"): Connection {
  return { baseUrl: upstream.baseUrl(wire), apiKey, fetch: guardedFetch({ allowedHosts: [upstream.host] }) };
}

export interface Answer {
  text: string;
  reasoning: string;
  /** Kinds in the order their first delta came. */
  order: string[];
  usage: LanguageModelV4Usage | null;
  finish: string | null;
  errors: unknown[];
  toolCalls: { toolName: string; input: string }[];
}

export async function ask(
  vendor: Vendor,
  connection: Connection,
  model: string,
  options: Partial<LanguageModelV4CallOptions> = {},
): Promise<Answer> {
  const { stream } = await vendor.languageModel(connection, model).doStream({
    prompt: [{ role: "user", content: [{ type: "text", text: "What is new?" }] }],
    ...options,
  });
  const answer: Answer = {
    text: "",
    reasoning: "",
    order: [],
    usage: null,
    finish: null,
    errors: [],
    toolCalls: [],
  };
  for await (const part of stream) take(answer, part);
  return answer;
}

function take(answer: Answer, part: LanguageModelV4StreamPart): void {
  if (part.type === "text-delta" || part.type === "reasoning-delta") {
    const kind = part.type === "text-delta" ? "text" : "reasoning";
    answer[kind] += part.delta;
    if (part.delta !== "" && !answer.order.includes(kind)) answer.order.push(kind);
  }
  if (part.type === "tool-call") answer.toolCalls.push({ toolName: part.toolName, input: part.input });
  if (part.type === "error") answer.errors.push(part.error);
  if (part.type === "finish") {
    answer.usage = part.usage;
    answer.finish = part.finishReason.unified;
  }
}
