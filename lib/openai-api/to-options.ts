import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool } from "@ai-sdk/provider";
import type { ProgramRequest } from "@/lib/completion/program-request";
import type { ChatCompletionRequest } from "./chat-request";

/** What is read elsewhere, or means nothing to the answer. */
const READ = new Set([
  ...["model", "models", "messages", "stream", "stream_options", "tools", "tool_choice", "response_format"],
  ...["max_tokens", "max_completion_tokens", "temperature", "top_p", "top_k", "presence_penalty"],
  ...["frequency_penalty", "stop", "seed", "reasoning_effort"],
  ...["user", "metadata", "safety_identifier", "prompt_cache_key", "prompt_cache_retention"],
]);
/** As if they had been left out. */
const USUAL: Readonly<Record<string, (value: unknown) => boolean>> = {
  n: (value) => value === 1,
  logprobs: (value) => value === false,
  store: (value) => value === false,
  parallel_tool_calls: (value) => value === true,
  service_tier: (value) => value === "auto" || value === "default",
  modalities: (value) => Array.isArray(value) && value.length === 1 && value[0] === "text",
  logit_bias: (value) => JSON.stringify(value) === "{}",
};

/** What else a request asks for, in AI SDK's form, and what of it has none. */
export function toOptions(request: ChatCompletionRequest): Pick<ProgramRequest, "options" | "untranslated"> {
  const untranslated = Object.entries(request)
    .filter(([field, value]) => !READ.has(field) && value !== null && !USUAL[field]?.(value))
    .map(([field]) => field);
  const { tool_choice: choice, response_format: format, stop, seed } = request;
  const { tools, others } = toTools(request.tools ?? []);
  const options: ProgramRequest["options"] = {
    ...(tools.length > 0 && { tools }),
    ...(stop != null && { stopSequences: typeof stop === "string" ? [stop] : stop }),
    ...(seed != null && { seed }),
    ...(request.top_p != null && { topP: request.top_p }),
    ...(request.top_k != null && { topK: request.top_k }),
    ...(request.presence_penalty != null && { presencePenalty: request.presence_penalty }),
    ...(request.frequency_penalty != null && { frequencyPenalty: request.frequency_penalty }),
  };
  const toolChoice = toToolChoice(choice);
  if (toolChoice) options.toolChoice = toolChoice;
  else if (choice != null) untranslated.push("tool_choice");
  const responseFormat = toFormat(format);
  if (responseFormat) options.responseFormat = responseFormat;
  return { options, untranslated: [...untranslated, ...others] };
}

function toTools(tools: NonNullable<ChatCompletionRequest["tools"]>): {
  tools: LanguageModelV4FunctionTool[];
  others: string[];
} {
  const made: LanguageModelV4FunctionTool[] = [];
  const others: string[] = [];
  for (const [nth, tool] of tools.entries()) {
    if (tool.type !== "function" || !isFunction(tool)) {
      others.push(`tools.${nth}.type`);
      continue;
    }
    const { name, description, parameters, strict } = tool.function;
    made.push({
      type: "function",
      name,
      inputSchema: { type: "object", properties: {}, ...parameters },
      ...(description != null && { description }),
      ...(strict != null && { strict }),
    });
  }
  return { tools: made, others };
}

type Tool = NonNullable<ChatCompletionRequest["tools"]>[number];
type FunctionTool = Extract<Tool, { type: "function" }>;
const isFunction = (tool: Tool): tool is FunctionTool => tool.type === "function" && "function" in tool;

function toToolChoice(
  choice: ChatCompletionRequest["tool_choice"],
): LanguageModelV4CallOptions["toolChoice"] {
  if (typeof choice === "string") return { type: choice };
  if (choice?.type !== "function" || !("function" in choice)) return undefined;
  const named = choice.function;
  if (typeof named !== "object" || named === null || !("name" in named)) return undefined;
  return { type: "tool", toolName: String(named.name) };
}

function toFormat(
  format: ChatCompletionRequest["response_format"],
): LanguageModelV4CallOptions["responseFormat"] {
  if (format == null || format.type === "text") return undefined;
  if (format.type === "json_object") return { type: "json" };
  const { name, description, schema } = format.json_schema;
  return {
    type: "json",
    name,
    ...(schema && { schema }),
    ...(description != null && { description }),
  };
}
