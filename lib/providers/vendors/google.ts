import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { z } from "zod";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { getJson } from "../get-json";
import { toEffort } from "../to-effort";
import type { Vendor } from "../vendor";
import { readGoogleUsage } from "./read-google-usage";

const ModelList = z.object({
  models: z.array(
    z.object({
      name: z.string().min(1),
      displayName: z.string().optional(),
      inputTokenLimit: z.int().positive().optional(),
      supportedGenerationMethods: z.array(z.string()).optional(),
    }),
  ),
});
const NOT_CHAT = /embedding|imagen|image|veo|tts|audio|live|aqa|robotics|computer-use/;

export const google: Vendor = {
  id: "google",
  name: VENDOR_NAMES.google,
  defaultBaseUrl: "https://generativelanguage.googleapis.com/v1beta",
  key: "required",
  languageModel: (connection, modelId) =>
    createGoogleGenerativeAI({
      baseURL: connection.baseUrl,
      apiKey: connection.apiKey ?? "",
      fetch: connection.fetch,
    })(modelId),
  async listModels(connection, signal) {
    const headers = { "x-goog-api-key": connection.apiKey ?? "" };
    const call = { vendor: "google" };
    const list = await getJson(connection, "/models?pageSize=1000", headers, ModelList, call, signal);
    return list.models
      .filter(({ supportedGenerationMethods: methods }) => !methods || methods.includes("generateContent"))
      .filter(({ name }) => !NOT_CHAT.test(name))
      .map(({ name, displayName, inputTokenLimit }) => ({
        id: name.replace(/^models\//, ""),
        ...(displayName === undefined ? {} : { displayName }),
        ...(inputTokenLimit === undefined ? {} : { contextLength: inputTokenLimit }),
      }));
  },
  reasoningOptions({ ability }, setting) {
    if (ability === "none") return {};
    const shown = { providerOptions: { google: { thinkingConfig: { includeThoughts: true } } } };
    if (setting === "default") return shown;
    return setting === "off" ? { reasoning: "none" } : { ...shown, reasoning: toEffort(setting) };
  },
  readUsage: readGoogleUsage,
};
