import { createMistral } from "@ai-sdk/mistral";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { listOpenAIModels } from "../list-openai-models";
import { mergeDeltas } from "../merge-deltas";
import { readChatUsage } from "../read-chat-usage";
import { isSwitch } from "../to-effort";
import type { Vendor } from "../vendor";

/** The package knows what Mistral's dialect has of its own: an answer to be continued is marked as a prefix, thoughts
 *  come as pieces of the content, and efforts are none or high. */
export const mistral: Vendor = {
  id: "mistral",
  name: VENDOR_NAMES.mistral,
  defaultBaseUrl: "https://api.mistral.ai/v1",
  key: "required",
  languageModel: ({ baseUrl, apiKey, fetch }, modelId) =>
    createMistral({ baseURL: baseUrl, apiKey: apiKey ?? "", fetch: mergeDeltas(fetch) })(modelId),
  embeddingsBaseUrl: ({ baseUrl }) => baseUrl,
  listModels: (connection, signal) => listOpenAIModels(connection, { vendor: "mistral" }, signal),
  reasoningOptions({ ability }, setting) {
    if (setting === "default" || ability !== "switchable") return {};
    if (isSwitch(setting)) return { reasoning: setting === "on" ? "high" : "none" };
    return { reasoning: setting };
  },
  readUsage: (report) => readChatUsage(report),
};
