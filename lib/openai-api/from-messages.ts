import type { LanguageModelV4Message, SharedV4ProviderOptions } from "@ai-sdk/provider";
import type { MessageBlock, MessagesRequest } from "./messages-request";
import type { Translated } from "./to-prompt";

type UserPart = Extract<LanguageModelV4Message, { role: "user" }>["content"][number];
type AssistantPart = Extract<LanguageModelV4Message, { role: "assistant" }>["content"][number];
type ToolPart = Extract<LanguageModelV4Message, { role: "tool" }>["content"][number];
type ToolResult = Extract<MessageBlock, { type: "tool_result" }>;
type Lost = (field: string) => void;

/** Messages of Anthropic's wire in AI SDK's form. */
export function fromMessages({ system, messages }: Pick<MessagesRequest, "system" | "messages">): Translated {
  const untranslated: string[] = [];
  const tools = new Map<string, string>();
  const said = messages.flatMap(({ role, content }, nth): LanguageModelV4Message[] => {
    const blocks: MessageBlock[] = typeof content === "string" ? [{ type: "text", text: content }] : content;
    const lost = (at: number) => (field: string) =>
      void untranslated.push(`messages.${nth}.content.${at}.${field}`);
    if (role === "user") return fromUser(blocks, tools, lost);
    return [{ role, content: blocks.flatMap((block, at) => assistantPart(block, tools, lost(at))) }];
  });
  return { prompt: [...systemOf(system), ...said], untranslated };
}

function systemOf(system: MessagesRequest["system"]): LanguageModelV4Message[] {
  if (system == null) return [];
  if (typeof system === "string") return [{ role: "system", content: system }];
  return system.map((block) => ({ role: "system", content: block.text, ...hintOf(block) }));
}

/** What tools said comes before what the person says, as every vendor wants it. */
function fromUser(
  blocks: readonly MessageBlock[],
  tools: ReadonlyMap<string, string>,
  lost: (at: number) => Lost,
): LanguageModelV4Message[] {
  const results: ToolPart[] = [];
  const parts: UserPart[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type === "tool_result") results.push(toolResult(block, tools, lost(at)));
    else {
      const part = userPart(block);
      if (part) parts.push({ ...part, ...hintOf(block) });
      else lost(at)("type");
    }
  }
  return [
    ...(results.length > 0 ? [{ role: "tool" as const, content: results }] : []),
    ...(parts.length > 0 ? [{ role: "user" as const, content: parts }] : []),
  ];
}

function userPart(block: MessageBlock): UserPart | null {
  if (block.type === "text") return { type: "text", text: block.text };
  if (block.type !== "image" && block.type !== "document") return null;
  const { source } = block;
  if (source.type === "text") return { type: "text", text: source.data };
  const usual = block.type === "image" ? "image/*" : "application/pdf";
  return source.type === "url"
    ? { type: "file", mediaType: usual, data: { type: "url", url: new URL(source.url) } }
    : { type: "file", mediaType: source.media_type, data: { type: "data", data: source.data } };
}

function toolResult(
  { tool_use_id: toolCallId, content, is_error }: ToolResult,
  tools: ReadonlyMap<string, string>,
  lost: Lost,
): ToolPart {
  const texts = typeof content === "string" ? [content] : (content ?? []).map((block) => textOf(block, lost));
  return {
    ...{ type: "tool-result", toolCallId, toolName: tools.get(toolCallId) ?? "tool" },
    output: { type: is_error ? "error-text" : "text", value: texts.join("") },
  };
}

function textOf(block: Readonly<Record<string, unknown>>, lost: Lost): string {
  if (block.type === "text" && typeof block.text === "string") return block.text;
  lost("content");
  return "";
}

function assistantPart(block: MessageBlock, tools: Map<string, string>, lost: Lost): AssistantPart[] {
  switch (block.type) {
    case "text":
      return [{ type: "text", text: block.text }];
    case "tool_use":
      tools.set(block.id, block.name);
      return [{ type: "tool-call", toolCallId: block.id, toolName: block.name, input: block.input }];
    case "thinking": {
      const signed = block.signature ? { anthropic: { signature: block.signature } } : undefined;
      return [{ type: "reasoning", text: block.thinking, ...(signed && { providerOptions: signed }) }];
    }
    default:
      lost("type");
      return [];
  }
}

function hintOf(block: Readonly<Record<string, unknown>>): { providerOptions?: SharedV4ProviderOptions } {
  const { cache_control: hint } = block;
  if (typeof hint !== "object" || hint === null) return {};
  const ttl = "ttl" in hint && typeof hint.ttl === "string" ? { ttl: hint.ttl } : {};
  return { providerOptions: { anthropic: { cacheControl: { type: "ephemeral", ...ttl } } } };
}
