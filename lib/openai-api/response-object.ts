import type { ResponsesRequest } from "./responses-request";

export interface ResponseFacts {
  request: ResponsesRequest;
  createdAt: Date;
}

interface Answer {
  id: string;
  model: string;
  status: string;
}

/** A response of OpenAI's wire, which repeats what it was asked with. */
export function responseObject({ request, createdAt }: ResponseFacts, { id, model, status }: Answer) {
  const { reasoning, text } = request;
  return {
    id: `resp_${id}`,
    object: "response",
    created_at: Math.floor(createdAt.getTime() / 1000),
    status,
    background: false,
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request.metadata ?? {},
    model,
    output: [] as object[],
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: null,
    reasoning: { effort: reasoning?.effort ?? null, summary: reasoning?.summary ?? null },
    store: false,
    temperature: request.temperature ?? null,
    text: { ...text, format: text?.format ?? { type: "text" } },
    tool_choice: request.tool_choice ?? "auto",
    tools: request.tools ?? [],
    top_p: request.top_p ?? null,
    truncation: request.truncation ?? "disabled",
    usage: null as object | null,
  };
}
