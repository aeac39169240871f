import type { BilledTokens } from "../call.ts";
import type { Fault } from "../script.ts";
import { halves, type Refusal, sse, type Wire } from "./wire.ts";

type Row = readonly [status: number, type: string, message: string];

const REFUSALS: Readonly<Partial<Record<Fault, Row>>> = {
  unauthorized: [401, "authentication_error", "invalid x-api-key"],
  forbidden: [403, "permission_error", "Your API key does not have permission to use this resource."],
  model_missing: [404, "not_found_error", "model: nothing-like-this"],
  rate_limit: [429, "rate_limit_error", "This request would exceed your organization's rate limit."],
  quota: [400, "invalid_request_error", "Your credit balance is too low to access the API."],
  context_length: [400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"],
  content_filter: [400, "invalid_request_error", "Output blocked by content_filter policy"],
  bad_request: [400, "invalid_request_error", "max_tokens: must be positive"],
  server_error: [500, "api_error", "Internal server error"],
  overloaded: [529, "overloaded_error", "Overloaded"],
};

/** Anthropic's messages stream. Thinking tokens are inside `output_tokens` and, as in older models, told
 *  apart only when there are any. */
export function anthropicWire(model: string, prompt: BilledTokens): Wire {
  let index = -1;
  let block: "none" | "thinking" | "text" | "tool" = "none";
  const event = (type: string, fields: object) => sse({ type, ...fields }, type);
  const close = () => (block === "none" ? "" : event("content_block_stop", { index }));
  const open = (next: "thinking" | "text") => {
    if (block === next) return "";
    const closing = close();
    block = next;
    index++;
    const content_block =
      next === "thinking" ? { type: next, thinking: "", signature: "" } : { type: next, text: "" };
    return closing + event("content_block_start", { index, content_block });
  };
  const delta = (fields: object) => event("content_block_delta", { index, delta: fields });
  return {
    start: () =>
      event("message_start", {
        message: {
          id: "msg_1",
          type: "message",
          role: "assistant",
          model,
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: toInputUsage(prompt),
        },
      }) + event("ping", {}),
    reasoning: (piece) => open("thinking") + delta({ type: "thinking_delta", thinking: piece }),
    text: (piece) => open("text") + delta({ type: "text_delta", text: piece }),
    toolCall(call) {
      const closing = close();
      block = "tool";
      index++;
      const content_block = { type: "tool_use", id: "toolu_1", name: call.name, input: {} };
      const pieces = halves(call).map((partial_json) => delta({ type: "input_json_delta", partial_json }));
      return closing + event("content_block_start", { index, content_block }) + pieces.join("");
    },
    finish: (billed, _cutShort, serviceTier) =>
      close() +
      event("message_delta", {
        delta: { stop_reason: block === "tool" ? "tool_use" : "end_turn", stop_sequence: null },
        usage: billed
          ? { ...toUsage(billed), ...(serviceTier && { service_tier: serviceTier }) }
          : { output_tokens: 0 },
      }) +
      event("message_stop", {}),
    errorEvent: () => event("error", { error: { type: "overloaded_error", message: "Overloaded" } }),
    refuse,
  };
}

function toInputUsage(billed: BilledTokens): object {
  const { cacheWrite1h = 0, webSearches } = billed;
  return {
    input_tokens: billed.input,
    cache_read_input_tokens: billed.cacheRead,
    cache_creation_input_tokens: billed.cacheWrite + cacheWrite1h,
    cache_creation: {
      ephemeral_5m_input_tokens: billed.cacheWrite,
      ephemeral_1h_input_tokens: cacheWrite1h,
    },
    ...(webSearches !== undefined && { server_tool_use: { web_search_requests: webSearches } }),
    output_tokens: 1,
  };
}

function toUsage(billed: BilledTokens): object {
  const thinking =
    billed.reasoning > 0 ? { output_tokens_details: { thinking_tokens: billed.reasoning } } : {};
  return { ...toInputUsage(billed), output_tokens: billed.output + billed.reasoning, ...thinking };
}

function refuse(fault: Fault, retryAfterSeconds: number): Refusal {
  const [status, type, message] = REFUSALS[fault] ?? [500, "api_error", "unexpected fault"];
  const headers: Record<string, string> =
    fault === "rate_limit" ? { "retry-after": String(retryAfterSeconds) } : {};
  return { status, body: { type: "error", error: { type, message } }, headers };
}
