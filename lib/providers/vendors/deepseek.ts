import { createDeepSeek } from "@ai-sdk/deepseek";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { listOpenAIModels } from "../list-openai-models";
import { readChatUsage } from "../read-chat-usage";
import { splitThinking } from "../split-thinking";
import { toEffort } from "../to-effort";
import type { Vendor } from "../vendor";

/** Split for `<think>` as well: other hosts serve DeepSeek's models under this vendor's wire. */
export const deepseek: Vendor = {
  id: "deepseek",
  name: VENDOR_NAMES.deepseek,
  defaultBaseUrl: "https://api.deepseek.com",
  key: "required",
  mainlandHosts: ["api.deepseek.com"],
  languageModel: (connection, modelId) =>
    splitThinking(
      createDeepSeek({
        baseURL: connection.baseUrl,
        apiKey: connection.apiKey ?? "",
        fetch: connection.fetch,
      })(modelId),
    ),
  chatBaseUrl: ({ baseUrl }) => baseUrl,
  listModels: (connection, signal) => listOpenAIModels(connection, { vendor: "deepseek" }, signal),
  reasoningOptions({ ability }, setting) {
    if (setting === "default" || ability !== "switchable") return {};
    return { reasoning: toEffort(setting) };
  },
  readUsage: (report) => readChatUsage(report),
};
