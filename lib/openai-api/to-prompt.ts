import type { LanguageModelV4Message, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { isRecord } from "@/lib/completion/chat-reply";
import type { ChatMessage, ContentPart } from "./chat-request";

type UserPart = Extract<LanguageModelV4Message, { role: "user" }>["content"][number];
type AssistantPart = Extract<LanguageModelV4Message, { role: "assistant" }>["content"][number];

export interface Translated {
  prompt: LanguageModelV4Prompt;
  /** Paths of what has no counterpart. */
  untranslated: string[];
}

/** Messages of OpenAI's chat wire in AI SDK's form. */
export function toPrompt(messages: readonly ChatMessage[]): Translated {
  const untranslated: string[] = [];
  /** What each call of a tool was of: a result names only the call. */
  const tools = new Map<string, string>();
  const prompt = messages.flatMap((message, nth): LanguageModelV4Message[] => {
    const path = `messages.${nth}`;
    const lost = (field: string) => void untranslated.push(`${path}.${field}`);
    switch (message.role) {
      case "system":
      case "developer":
        return [{ role: "system", content: textOf(message.content, lost) }];
      case "user":
        return [{ role: "user", content: userParts(message.content, lost) }];
      case "assistant":
        return [{ role: "assistant", content: assistantParts(message, tools, lost) }];
      case "tool":
        return [
          {
            role: "tool",
            content: [
              {
                type: "tool-result",
                toolCallId: message.tool_call_id,
                toolName: tools.get(message.tool_call_id) ?? "tool",
                output: { type: "text", value: textOf(message.content, lost) },
              },
            ],
          },
        ];
      default:
        lost("role");
        return [];
    }
  });
  return { prompt, untranslated };
}

type Lost = (field: string) => void;

function textOf(content: string | readonly ContentPart[], lost: Lost): string {
  if (typeof content === "string") return content;
  return content
    .map((part, nth) => {
      if ("text" in part && typeof part.text === "string") return part.text;
      lost(`content.${nth}.type`);
      return "";
    })
    .join("");
}

function userParts(content: string | readonly ContentPart[], lost: Lost): UserPart[] {
  if (typeof content === "string") return [{ type: "text", text: content }];
  return content.flatMap((part, nth): UserPart[] => {
    const made = userPart(part);
    if (made === null) lost(`content.${nth}`);
    return made === null ? [] : [{ ...made, ...cacheHint(part) }];
  });
}

function userPart(part: ContentPart): UserPart | null {
  if (part.type === "text" && typeof part.text === "string") return { type: "text", text: part.text };
  if (part.type === "image_url" && isRecord(part.image_url)) {
    const { url } = part.image_url;
    return typeof url === "string" ? filePart(url, "image/*") : null;
  }
  if (part.type === "file" && isRecord(part.file)) {
    const { file_data: data, filename } = part.file;
    const file = typeof data === "string" ? filePart(data, "application/octet-stream") : null;
    return file && { ...file, ...(typeof filename === "string" && { filename }) };
  }
  if (part.type === "input_audio" && isRecord(part.input_audio)) {
    const { data, format } = part.input_audio;
    if (typeof data !== "string" || typeof format !== "string") return null;
    const mediaType = format === "mp3" ? "audio/mpeg" : `audio/${format}`;
    return { type: "file", mediaType, data: { type: "data", data } };
  }
  return null;
}

/** @param address a `data:` address, or one that the vendor fetches itself */
function filePart(address: string, mediaType: string): Extract<UserPart, { type: "file" }> | null {
  if (!address.startsWith("data:")) {
    const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
    return url && { type: "file", mediaType, data: { type: "url", url } };
  }
  const comma = address.indexOf(",");
  const [stated = "", ...facts] = address.slice("data:".length, comma).split(";");
  if (comma === -1 || !facts.includes("base64")) return null;
  const data = address.slice(comma + 1);
  return { type: "file", mediaType: stated || mediaType, data: { type: "data", data } };
}

function assistantParts(
  { content, reasoning_content, tool_calls }: Extract<ChatMessage, { role: "assistant" }>,
  tools: Map<string, string>,
  lost: Lost,
): AssistantPart[] {
  const parts: AssistantPart[] = [];
  if (reasoning_content) parts.push({ type: "reasoning", text: reasoning_content });
  if (content) parts.push({ type: "text", text: textOf(content, lost) });
  for (const [nth, call] of (tool_calls ?? []).entries()) {
    const input = call.function && parseObject(call.function.arguments);
    if (!call.function || !input) {
      lost(`tool_calls.${nth}.function.arguments`);
      continue;
    }
    tools.set(call.id, call.function.name);
    parts.push({ type: "tool-call", toolCallId: call.id, toolName: call.function.name, input });
  }
  return parts;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    return isRecord(value) ? value : null;
  } catch {
    // A model may have broken off in the middle of its own call.
    return null;
  }
}

/** Where a vendor may cut what it keeps of a prompt, as Anthropic has it and its resellers pass it on. */
function cacheHint(part: ContentPart): Pick<UserPart, "providerOptions"> {
  const hint = part.cache_control;
  if (!isRecord(hint) || hint.type !== "ephemeral") return {};
  const ttl = hint.ttl === "1h" || hint.ttl === "5m" ? { ttl: hint.ttl } : {};
  return { providerOptions: { anthropic: { cacheControl: { type: "ephemeral", ...ttl } } } };
}
