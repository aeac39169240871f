import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { Thinking } from "@/lib/router/thinking";
import { listOpenAIModels } from "../list-openai-models";
import { mergeDeltas } from "../merge-deltas";
import { readChatUsage } from "../read-chat-usage";
import { refuseInBody } from "../refuse-in-body";
import { splitThinking } from "../split-thinking";
import { isSwitch } from "../to-effort";
import type { Connection, Vendor } from "../vendor";
import { serviceTierBeside } from "./service-tier-beside";

/** The namespace of AI SDK's provider options: what stands under it goes into the request body as it is. */
const OPTIONS_NAME = "host";

/** How a host switches reasoning on and off for a model that can do both. */
export type ReasoningSwitch = "none" | "effort" | "thinking-type" | "enable-thinking" | "reasoning-enabled";

export interface CompatibleVendor {
  id: string;
  name: Vendor["name"];
  defaultBaseUrl: string | null;
  key: Vendor["key"];
  mainlandHosts?: readonly string[];
  reasoningSwitch: ReasoningSwitch;
  /** Whether reasoning tokens are reported beside `completion_tokens` when the report leaves it open. */
  reasoningBeside?: boolean;
  listModels?: Vendor["listModels"];
  /** Whether it makes embeddings, as OpenAI does. */
  embeddings?: boolean;
}

/** A vendor that speaks OpenAI's chat completions, from a row of data. Chat completions are read with
 *  @ai-sdk/openai-compatible because it keeps `reasoning_content`, and inline `<think>` is split off here. */
export function compatibleVendor(row: CompatibleVendor): Vendor {
  return {
    id: row.id,
    name: row.name,
    defaultBaseUrl: row.defaultBaseUrl,
    key: row.key,
    ...(row.mainlandHosts && { mainlandHosts: row.mainlandHosts }),
    languageModel: compatibleModel,
    chatBaseUrl: ({ baseUrl }) => baseUrl,
    ...(row.embeddings && { embeddingsBaseUrl: ({ baseUrl }: Connection) => baseUrl }),
    listModels:
      row.listModels ?? ((connection, signal) => listOpenAIModels(connection, { vendor: row.id }, signal)),
    reasoningOptions: ({ ability }, setting) => {
      if (!isSwitch(setting)) return { reasoning: setting };
      return ability === "switchable" ? switchReasoning(row.reasoningSwitch, setting) : {};
    },
    readUsage: (report) => readChatUsage(report, row.reasoningBeside),
  };
}

export function compatibleModel(connection: Connection, modelId: string): LanguageModelV4 {
  const provider = createOpenAICompatible({
    name: OPTIONS_NAME,
    baseURL: connection.baseUrl,
    ...(connection.apiKey ? { apiKey: connection.apiKey } : {}),
    fetch: mergeDeltas(refuseInBody(connection.fetch)),
    includeUsage: true,
    metadataExtractor: serviceTierBeside,
  });
  return splitThinking(provider.chatModel(modelId));
}

function switchReasoning(kind: ReasoningSwitch, setting: Thinking): ReturnType<Vendor["reasoningOptions"]> {
  if (setting === "default" || kind === "none") return {};
  const on = setting === "on";
  switch (kind) {
    case "effort":
      return { reasoning: on ? "medium" : "none" };
    case "thinking-type":
      return { providerOptions: { [OPTIONS_NAME]: { thinking: { type: on ? "enabled" : "disabled" } } } };
    case "enable-thinking":
      return { providerOptions: { [OPTIONS_NAME]: { enable_thinking: on } } };
    case "reasoning-enabled":
      return { providerOptions: { [OPTIONS_NAME]: { reasoning: { enabled: on } } } };
  }
}
