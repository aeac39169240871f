import type { BilledTokens } from "../call.ts";
import { type ChatDialect, reasoningDelta, toUsage } from "./chat-dialect.ts";
import { refuseAs, vendorErrorEvent } from "./vendor-refusal.ts";
import { halves, SSE_DONE, sse, type ToolCall, type Wire } from "./wire.ts";

/** OpenAI chat completions as each vendor speaks it. */
export function openaiChatWire(model: string, dialect: ChatDialect, includeUsage: boolean): Wire {
  const base = { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1_700_000_000, model };
  const choice = (delta: object, finish_reason: string | null = null, beside: object = {}) =>
    sse({ ...base, choices: [{ index: 0, delta, finish_reason }], ...beside });
  let calls = false;
  return {
    start: () => choice({ role: "assistant", content: "" }),
    reasoning: (piece) => choice(reasoningDelta(dialect, piece)),
    text: (piece) => choice({ content: piece }),
    toolCall(call: ToolCall) {
      calls = true;
      const [first, second] = halves(call);
      const piece = (fields: object) => choice({ tool_calls: [{ index: 0, ...fields }] });
      const head = { id: "call_1", type: "function", function: { name: call.name, arguments: first } };
      return piece(head) + piece({ function: { arguments: second } });
    },
    finish(billed, cutShort, serviceTier) {
      const reason = cutShort ? "length" : calls ? "tool_calls" : "stop";
      return choice({}, reason) + usageEvent(billed, serviceTier) + SSE_DONE;
    },
    errorEvent: () => vendorErrorEvent(dialect),
    whole({ text, reasoning, toolCall, reportUsage }, billed) {
      const call = toolCall && { name: toolCall.name, arguments: toolCall.input };
      const message = {
        ...{ role: "assistant", content: text },
        ...(reasoning !== "" && reasoningDelta(dialect, reasoning)),
        ...(call && { tool_calls: [{ id: "call_1", type: "function", function: call }] }),
      };
      const choices = [{ index: 0, message, finish_reason: call ? "tool_calls" : "stop" }];
      const usage = reportUsage && { usage: toUsage(billed, dialect) };
      return { ...base, object: "chat.completion", choices, ...usage };
    },
    refuse: (fault, retryAfterSeconds) => refuseAs(dialect, fault, retryAfterSeconds),
  };

  function usageEvent(billed: BilledTokens | null, serviceTier: string | null): string {
    if (!billed) return "";
    const tier = serviceTier === null ? {} : { service_tier: serviceTier };
    const usage = toUsage(billed, dialect);
    // Groq and Mistral tell the usage unasked, each in a place of its own; Moonshot within the choice.
    if (dialect === "groq") return choice({}, null, { x_groq: { id: "req_1", usage } });
    if (dialect === "mistral") return choice({}, null, { usage });
    if (!includeUsage) return "";
    if (dialect === "moonshot") {
      return sse({ ...base, choices: [{ index: 0, delta: {}, finish_reason: null, usage }] });
    }
    return sse({ ...base, choices: [], usage, ...tier });
  }
}
