import type { BilledTokens } from "./call.ts";
import {
  anthropicModelList,
  azureDeployments,
  geminiModelList,
  ollamaTags,
  openaiModelList,
} from "./model-lists.ts";
import { anthropicWire } from "./wires/anthropic.ts";
import type { ChatDialect } from "./wires/chat-dialect.ts";
import { geminiWire } from "./wires/gemini.ts";
import { openaiChatWire } from "./wires/openai-chat.ts";
import { openaiResponsesWire } from "./wires/openai-responses.ts";
import type { Wire } from "./wires/wire.ts";

export type Route =
  | { kind: "embed"; model: string }
  | { kind: "list"; wire: Wire; list(models: readonly string[]): object }
  | { kind: "generate"; model: string; wire(prompt: BilledTokens): Wire };

interface GenerateBody {
  model?: unknown;
  stream_options?: { include_usage?: boolean } | null;
}

/** What a path asks for. The dialects of OpenAI's chat live under prefixes: `/xai/v1`, `/deepseek`. */
export function findRoute(path: string, body: unknown): Route | null {
  const { model: asked, stream_options } = (
    typeof body === "object" && body !== null ? body : {}
  ) as GenerateBody;
  const model = typeof asked === "string" ? asked : "";
  const first = path.split("/")[1] ?? "";
  const dialect = DIALECTS.find((name) => name === first) ?? "openai";
  const chat = () => openaiChatWire(model, dialect, stream_options?.include_usage === true);

  const gemini = /^\/gemini\/v1beta\/models\/([^/:]+):streamGenerateContent$/.exec(path);
  if (gemini) {
    const name = decodeURIComponent(gemini[1] ?? "");
    return { kind: "generate", model: name, wire: () => geminiWire(name) };
  }
  if (path === "/gemini/v1beta/models") return { kind: "list", wire: geminiWire(""), list: geminiModelList };
  if (path === "/anthropic/v1/models") {
    return { kind: "list", wire: anthropicWire("", NOTHING), list: anthropicModelList };
  }
  if (path === "/anthropic/v1/messages") {
    return { kind: "generate", model, wire: (prompt) => anthropicWire(model, prompt) };
  }
  if (path.endsWith("/api/tags")) return { kind: "list", wire: chat(), list: ollamaTags };
  if (path.endsWith("/deployments")) return { kind: "list", wire: chat(), list: azureDeployments };
  if (path.endsWith("/models")) return { kind: "list", wire: chat(), list: openaiModelList };
  if (path.endsWith("/embeddings")) return { kind: "embed", model };
  if (path.endsWith("/chat/completions")) return { kind: "generate", model, wire: chat };
  if (path.endsWith("/responses")) return { kind: "generate", model, wire: () => openaiResponsesWire(model) };
  return null;
}

const DIALECTS: readonly ChatDialect[] = [
  ...(["xai", "deepseek", "mistral", "moonshot", "groq", "openrouter"] as const),
  ...(["alibaba", "zhipu", "doubao", "ernie", "hunyuan", "spark"] as const),
];

const NOTHING: BilledTokens = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 };
