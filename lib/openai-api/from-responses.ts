import type { LanguageModelV4Message } from "@ai-sdk/provider";
import type { ProgramRequest } from "@/lib/completion/program-request";
import type { ChatCompletionRequest, ChatMessage, ContentPart } from "./chat-request";
import type { ResponseItem, ResponsePart, ResponsesRequest } from "./responses-request";
import { toOptions } from "./to-options";
import { type Translated, toPrompt } from "./to-prompt";

/** What has a counterpart elsewhere, or means nothing to the answer. */
const READ = new Set([
  ...["input", "instructions", "tools", "tool_choice", "text", "reasoning", "max_output_tokens"],
  ...["store", "background", "stream_options", "conversation", "prompt", "previous_response_id"],
]);
/** As if they had been left out. */
const USUAL: Readonly<Record<string, (value: unknown) => boolean>> = {
  include: (value) => Array.isArray(value) && value.length === 0,
  truncation: (value) => value === "disabled",
  top_logprobs: (value) => value === 0,
};

/** A request of the Responses wire in AI SDK's form. Its items are those of the chat wire under other names, so
 *  they are told by the same rules; each is one message, by whose place it is named. */
export function fromResponses(request: ResponsesRequest): Translated & Pick<ProgramRequest, "options"> {
  const { instructions, input, tools, tool_choice: choice, text, reasoning } = request;
  const items: readonly ResponseItem[] =
    typeof input === "string" ? [{ role: "user", content: input }] : input;
  const untranslated: string[] = [];
  const messages = items.map((item, nth) =>
    toMessage(item, (field) => void untranslated.push(`input.${nth}.${field}`)),
  );
  const { prompt, untranslated: lost } = toPrompt(messages);
  const others = Object.entries(request).filter(
    ([field, value]) => !READ.has(field) && value !== null && !USUAL[field]?.(value),
  );
  const format = text?.format && toFormat(text.format);
  const chat: ChatCompletionRequest = {
    ...Object.fromEntries(others),
    messages: [],
    ...(tools && { tools: tools.map(toTool) }),
    ...(choice != null && { tool_choice: toChoice(choice) }),
    ...(format && { response_format: format }),
  };
  const { options, untranslated: more } = toOptions(chat);
  if (text?.verbosity != null && text.verbosity !== "medium") untranslated.push("text.verbosity");
  for (const field of Object.keys(reasoning ?? {}))
    if (!["effort", "summary", "generate_summary"].includes(field)) untranslated.push(`reasoning.${field}`);
  const system: LanguageModelV4Message[] = instructions ? [{ role: "system", content: instructions }] : [];
  return {
    prompt: joined([...system, ...prompt]),
    options,
    untranslated: [...untranslated, ...lost.map(fieldOf), ...more],
  };
}

const fieldOf = (path: string): string =>
  path.replace(/^messages\./, "input.").replace(/\.tool_calls\.0\.function\./, ".");

function toMessage(item: ResponseItem, lost: (field: string) => void): ChatMessage {
  if (isMessage(item)) {
    const { role, content } = item;
    return { role, content: typeof content === "string" ? content : content.map(toPart) };
  }
  switch (item.type) {
    case "function_call": {
      const {
        call_id: id,
        name,
        arguments: input,
      } = item as Extract<ResponseItem, { call_id: string; name: string }>;
      return {
        role: "assistant",
        tool_calls: [{ id, type: "function", function: { name, arguments: input } }],
      };
    }
    case "function_call_output": {
      const { call_id: id, output } = item as Extract<
        ResponseItem,
        { type: "function_call_output"; output: unknown }
      >;
      return {
        role: "tool",
        tool_call_id: id,
        content: typeof output === "string" ? output : output.map(toPart),
      };
    }
    case "reasoning": {
      const { summary, encrypted_content: sealed } = item as Extract<ResponseItem, { summary: unknown }>;
      // Only who sealed it can open it.
      if (sealed != null) lost("encrypted_content");
      return { role: "assistant", reasoning_content: summary.map(({ text }) => text).join("\n\n") };
    }
    default:
      lost("type");
      return { role: "assistant", content: null };
  }
}

const isMessage = (item: ResponseItem): item is Extract<ResponseItem, { role: string }> =>
  item.type === undefined || item.type === "message";

function toPart(part: ResponsePart): ContentPart {
  const said = part as Readonly<Record<string, unknown>>;
  const { type, text, refusal, image_url: url, file_data: data, file_url: address, filename } = said;
  if (typeof text === "string") return { type: "text", text };
  if (type === "refusal" && typeof refusal === "string") return { type: "text", text: refusal };
  if (type === "input_image" && typeof url === "string") return { type: "image_url", image_url: { url } };
  const file = typeof data === "string" ? data : address;
  if (type === "input_file" && typeof file === "string") {
    const named = typeof filename === "string" ? { filename } : {};
    return { type: "file", file: { file_data: file, ...named } };
  }
  // No chat wire knows it, so it is refused by its place.
  return { type: type === "input_audio" ? "audio" : String(type) };
}

type Tool = NonNullable<ResponsesRequest["tools"]>[number];

function toTool(tool: Tool): NonNullable<ChatCompletionRequest["tools"]>[number] {
  if (tool.type !== "function") return { type: tool.type };
  const { name, description, parameters, strict } = tool as Extract<Tool, { name: string }>;
  return { type: "function", function: { name, description, parameters, strict } };
}

function toChoice(
  choice: NonNullable<ResponsesRequest["tool_choice"]>,
): ChatCompletionRequest["tool_choice"] {
  if (typeof choice === "string") return choice;
  return choice.type === "function" && typeof choice.name === "string"
    ? { type: "function", function: { name: choice.name } }
    : { type: choice.type === "function" ? "" : choice.type };
}

function toFormat(
  format: NonNullable<NonNullable<ResponsesRequest["text"]>["format"]>,
): ChatCompletionRequest["response_format"] {
  if (format.type !== "json_schema") return { type: format.type };
  const { name, schema, description, strict } = format;
  return { type: "json_schema", json_schema: { name, schema, description, strict } };
}

/** A turn of the model's is several items here, and one message elsewhere. */
function joined(prompt: readonly LanguageModelV4Message[]): LanguageModelV4Message[] {
  const turns: LanguageModelV4Message[] = [];
  for (const message of prompt) {
    const last = turns.at(-1);
    if (last?.role === "assistant" && message.role === "assistant")
      turns[turns.length - 1] = { ...last, content: [...last.content, ...message.content] };
    else turns.push(message);
  }
  return turns;
}
