import { createGroq } from "@ai-sdk/groq";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { listOpenAIModels } from "../list-openai-models";
import { mergeDeltas } from "../merge-deltas";
import { readChatUsage } from "../read-chat-usage";
import { splitThinking } from "../split-thinking";
import { isSwitch } from "../to-effort";
import type { Vendor } from "../vendor";

/** The package reads Groq's own places for thoughts (`reasoning`) and usage (`x_groq`), and tells the status of an error
 *  in mid-stream. */
export const groq: Vendor = {
  id: "groq",
  name: VENDOR_NAMES.groq,
  defaultBaseUrl: "https://api.groq.com/openai/v1",
  key: "required",
  languageModel: ({ baseUrl, apiKey, fetch }, modelId) =>
    splitThinking(createGroq({ baseURL: baseUrl, apiKey: apiKey ?? "", fetch: mergeDeltas(fetch) })(modelId)),
  listModels: (connection, signal) => listOpenAIModels(connection, { vendor: "groq" }, signal),
  reasoningOptions({ ability }, setting) {
    if (!isSwitch(setting)) return { reasoning: setting };
    if (setting === "default" || ability !== "switchable") return {};
    // Qwen, the one that can do both, thinks unless told otherwise, and takes no effort.
    return setting === "off" ? { providerOptions: { groq: { reasoningEffort: "none" } } } : {};
  },
  readUsage: (report) => readChatUsage(report),
};
