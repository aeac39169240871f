import type { BilledTokens } from "../call.ts";
import { refuseAsOpenAI } from "./openai-refusal.ts";
import { halves, sse, type ToolCall, type Wire } from "./wire.ts";

/** OpenAI's Responses API, with reasoning as a summary part. */
export function openaiResponsesWire(model: string): Wire {
  let sequence = 0;
  let item: "none" | "reasoning" | "message" | "function_call" = "none";
  let call: ToolCall | null = null;
  let outputIndex = -1;
  const event = (type: string, fields: object) => sse({ type, sequence_number: sequence++, ...fields }, type);
  const response = (status: string, usage: object | null) => ({
    id: "resp_1",
    object: "response",
    created_at: 1_700_000_000,
    status,
    model,
    output: [],
    incomplete_details: null,
    error: null,
    usage,
  });
  const itemId = () => (item === "reasoning" ? "rs_1" : item === "message" ? "msg_1" : "fc_1");
  const callItem = (made: ToolCall, status: string, input: string) => ({
    ...{ type: "function_call", id: "fc_1", call_id: "call_1", name: made.name },
    ...{ arguments: input, status },
  });
  const close = () => {
    if (item === "none") return "";
    if (call && item === "function_call") {
      const whole = callItem(call, "completed", call.input);
      return event("response.output_item.done", { output_index: outputIndex, item: whole });
    }
    const done =
      item === "reasoning"
        ? { type: "reasoning", id: itemId(), summary: [] }
        : { type: "message", id: itemId(), role: "assistant", status: "completed", content: [] };
    return event("response.output_item.done", { output_index: outputIndex, item: done });
  };
  const open = (next: "reasoning" | "message") => {
    if (item === next) return "";
    const closing = close();
    item = next;
    outputIndex++;
    const added =
      next === "reasoning"
        ? { type: "reasoning", id: itemId(), summary: [] }
        : { type: "message", id: itemId(), role: "assistant", status: "in_progress", content: [] };
    const opening = event("response.output_item.added", { output_index: outputIndex, item: added });
    const part =
      next === "reasoning"
        ? event("response.reasoning_summary_part.added", {
            item_id: itemId(),
            output_index: outputIndex,
            summary_index: 0,
            part: { type: "summary_text", text: "" },
          })
        : event("response.content_part.added", {
            item_id: itemId(),
            output_index: outputIndex,
            content_index: 0,
            part: { type: "output_text", text: "", annotations: [] },
          });
    return closing + opening + part;
  };
  return {
    start: () =>
      event("response.created", { response: response("in_progress", null) }) +
      event("response.in_progress", { response: response("in_progress", null) }),
    reasoning: (piece) =>
      open("reasoning") +
      event("response.reasoning_summary_text.delta", {
        item_id: itemId(),
        output_index: outputIndex,
        summary_index: 0,
        delta: piece,
      }),
    text: (piece) =>
      open("message") +
      event("response.output_text.delta", {
        item_id: itemId(),
        output_index: outputIndex,
        content_index: 0,
        delta: piece,
      }),
    toolCall(made) {
      const closing = close();
      item = "function_call";
      call = made;
      outputIndex++;
      const place = { item_id: itemId(), output_index: outputIndex };
      const added = { output_index: outputIndex, item: callItem(made, "in_progress", "") };
      const pieces = halves(made).map((delta) =>
        event("response.function_call_arguments.delta", { ...place, delta }),
      );
      return closing + event("response.output_item.added", added) + pieces.join("");
    },
    finish(billed, _cutShort, serviceTier) {
      const whole = response("completed", billed && toUsage(billed));
      const tier = serviceTier === null ? {} : { service_tier: serviceTier };
      return close() + event("response.completed", { response: { ...whole, ...tier } });
    },
    errorEvent: () =>
      event("error", { code: "server_error", message: "The server had an error.", param: null }),
    whole({ text, reasoning, toolCall, reportUsage, cutShort }, billed) {
      const summary = [{ type: "summary_text", text: reasoning }];
      const content = [{ type: "output_text", text, annotations: [] }];
      const message = { type: "message", id: "msg_1", role: "assistant", status: "completed", content };
      return {
        ...response(cutShort ? "incomplete" : "completed", reportUsage ? toUsage(billed) : null),
        ...(cutShort && { incomplete_details: { reason: "max_output_tokens" } }),
        output: [
          ...(reasoning === "" ? [] : [{ type: "reasoning", id: "rs_1", summary }]),
          ...(text === "" ? [] : [message]),
          ...(toolCall ? [callItem(toolCall, "completed", toolCall.input)] : []),
        ],
      };
    },
    refuse: refuseAsOpenAI,
  };
}

function toUsage(billed: BilledTokens): object {
  const input = billed.input + billed.cacheRead + billed.cacheWrite;
  const output = billed.output + billed.reasoning;
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: billed.cacheRead },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: billed.reasoning },
    total_tokens: input + output,
  };
}
