import { createMoonshotAI } from "@ai-sdk/moonshotai";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { listOpenAIModels } from "../list-openai-models";
import { mergeDeltas } from "../merge-deltas";
import { readChatUsage } from "../read-chat-usage";
import { splitThinking } from "../split-thinking";
import { toEffort } from "../to-effort";
import type { Vendor } from "../vendor";

/** The package knows each Kimi's own way to think more, less or not at all, and finds the usage where Moonshot puts it,
 *  within the last choice. */
export const moonshot: Vendor = {
  id: "moonshot",
  name: VENDOR_NAMES.moonshot,
  defaultBaseUrl: "https://api.moonshot.cn/v1",
  key: "required",
  mainlandHosts: ["api.moonshot.cn"],
  languageModel: ({ baseUrl, apiKey, fetch }, modelId) =>
    splitThinking(
      createMoonshotAI({ baseURL: baseUrl, apiKey: apiKey ?? "", fetch: mergeDeltas(fetch) })(modelId),
    ),
  listModels: (connection, signal) => listOpenAIModels(connection, { vendor: "moonshot" }, signal),
  reasoningOptions({ ability }, setting) {
    if (setting === "default" || ability !== "switchable") return {};
    return { reasoning: toEffort(setting) };
  },
  readUsage: (report) => readChatUsage(report),
};
