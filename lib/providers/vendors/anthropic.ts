import { createAnthropic } from "@ai-sdk/anthropic";
import { z } from "zod";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { getJson } from "../get-json";
import { toEffort } from "../to-effort";
import type { Vendor } from "../vendor";
import { readAnthropicUsage } from "./read-anthropic-usage";

const API_VERSION = "2023-06-01";
const ModelList = z.object({
  data: z.array(z.object({ id: z.string().min(1), display_name: z.string().optional() })),
});

export const anthropic: Vendor = {
  id: "anthropic",
  name: VENDOR_NAMES.anthropic,
  defaultBaseUrl: "https://api.anthropic.com/v1",
  key: "required",
  languageModel: (connection, modelId) =>
    createAnthropic({
      baseURL: connection.baseUrl,
      apiKey: connection.apiKey ?? "",
      fetch: connection.fetch,
    })(modelId),
  async listModels(connection, signal) {
    const headers = { "x-api-key": connection.apiKey ?? "", "anthropic-version": API_VERSION };
    const call = { vendor: "anthropic" };
    const list = await getJson(connection, "/models?limit=1000", headers, ModelList, call, signal);
    return list.data.map(({ id, display_name }) => ({
      id,
      ...(display_name === undefined ? {} : { displayName: display_name }),
    }));
  },
  reasoningOptions({ ability }, setting) {
    if (setting === "default" || ability === "none") return {};
    return { reasoning: toEffort(setting) };
  },
  readUsage: readAnthropicUsage,
};
