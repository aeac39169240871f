import { createAzure } from "@ai-sdk/azure";
import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import type { Connection, Vendor } from "../vendor";
import { listAzureDeployments } from "./azure-deployments";
import { openai } from "./openai";
import { compatibleModel } from "./openai-compatible";

/** OpenAI's own models are spoken to over Responses. Deployments of other vendors' models know only chat completions,
 *  and so must be assumed of one whose name says nothing. */
const IS_OPENAIS = /(^|[-_])(gpt|chatgpt|codex|o[134])(-|_|$)/i;

/** Azure OpenAI. Its address is each customer's own, given as the portal shows it or with `/openai` or `/openai/v1`;
 *  its models are named by their deployments. */
export const azure: Vendor = {
  id: "azure",
  name: VENDOR_NAMES.azure,
  defaultBaseUrl: null,
  key: "required",
  mainlandHosts: ["*.azure.cn"],
  languageModel(connection, modelId, knownAs = modelId) {
    const v1 = { ...connection, baseUrl: `${azureRoot(connection)}/openai/v1` };
    if (!IS_OPENAIS.test(knownAs)) return compatibleModel(v1, modelId);
    return createAzure({ baseURL: v1.baseUrl, apiKey: v1.apiKey ?? "", fetch: v1.fetch })(modelId);
  },
  embeddingsBaseUrl: (connection) => `${azureRoot(connection)}/openai/v1`,
  keyHeaders: (apiKey) => ({ "api-key": apiKey }),
  listModels: (connection, signal) =>
    listAzureDeployments({ ...connection, baseUrl: `${azureRoot(connection)}/openai` }, signal),
  reasoningOptions: (model, setting) =>
    IS_OPENAIS.test(model.modelId) ? openai.reasoningOptions(model, setting) : {},
  readUsage: openai.readUsage,
};

function azureRoot({ baseUrl }: Connection): string {
  return baseUrl.replace(/\/+$/, "").replace(/\/openai(\/v1)?$/, "");
}
