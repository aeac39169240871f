import { createOpenAI } from "@ai-sdk/openai";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { listOpenAIModels } from "../list-openai-models";
import { readChatUsage } from "../read-chat-usage";
import { readUsage } from "../read-usage";
import { isSwitch, toEffort } from "../to-effort";
import type { Connection, Vendor } from "../vendor";
import { compatibleModel } from "./openai-compatible";

const RESPONSES_SUFFIX = /\/responses\/?$/;

/** OpenAI itself is spoken to over its Responses API. Another base URL under this vendor is a proxy or a
 *  stand-in, of which only chat completions can be expected, unless the base URL ends in `/responses`. */
export const openai: Vendor = {
  id: "openai",
  name: VENDOR_NAMES.openai,
  defaultBaseUrl: "https://api.openai.com/v1",
  key: "required",
  languageModel(connection, modelId) {
    const baseURL = connection.baseUrl.replace(RESPONSES_SUFFIX, "");
    if (!speaksResponses(connection)) return compatibleModel(connection, modelId);
    return createOpenAI({ baseURL, apiKey: connection.apiKey ?? "", fetch: connection.fetch })(modelId);
  },
  // An address that ends in `/responses` has nothing else.
  chatBaseUrl: ({ baseUrl }) => (RESPONSES_SUFFIX.test(baseUrl) ? null : baseUrl),
  responsesBaseUrl: (connection) =>
    speaksResponses(connection) ? connection.baseUrl.replace(RESPONSES_SUFFIX, "") : null,
  embeddingsBaseUrl: ({ baseUrl }) => baseUrl.replace(RESPONSES_SUFFIX, ""),
  listModels(connection, signal) {
    const root = { ...connection, baseUrl: connection.baseUrl.replace(RESPONSES_SUFFIX, "") };
    return listOpenAIModels(root, { vendor: "openai" }, signal);
  },
  reasoningOptions({ modelId, ability }, setting) {
    // Nothing of a conversation is left with the vendor.
    const providerOptions = { openai: { store: false } };
    if (ability === "none") return { providerOptions };
    const shown = { providerOptions: { openai: { store: false, reasoningSummary: "auto" } } };
    if (setting === "default") return shown;
    if (ability === "always") return isSwitch(setting) ? shown : { ...shown, reasoning: setting };
    return setting === "off"
      ? { providerOptions, reasoning: least(modelId) }
      : { ...shown, reasoning: toEffort(setting) };
  },
  // Chat completions name their counts `prompt_tokens`; Responses do not.
  readUsage: (report) =>
    report.usage.raw && "prompt_tokens" in report.usage.raw ? readChatUsage(report) : readUsage(report),
};

function speaksResponses({ baseUrl }: Connection): boolean {
  return RESPONSES_SUFFIX.test(baseUrl) || new URL(baseUrl).hostname === "api.openai.com";
}

/** The first GPT-5 models cannot do without reasoning entirely. */
function least(modelId: string): "none" | "minimal" {
  return /^gpt-5(-(mini|nano))?(-\d{4}-\d{2}-\d{2})?$/.test(modelId) ? "minimal" : "none";
}
