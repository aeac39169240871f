import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { readUsage } from "../read-usage";
import type { Vendor } from "../vendor";
import { demoModel } from "./demo-model";

export const DEMO_MODEL_ID = "wye-demo";

/** The built-in model: no key, no network, an invented price. */
export const demo: Vendor = {
  id: "demo",
  name: VENDOR_NAMES.demo,
  // Never fetched; a connection has an address.
  defaultBaseUrl: "http://demo.invalid",
  key: "none",
  languageModel: (_connection, modelId) => demoModel(modelId),
  listModels: async () => [{ id: DEMO_MODEL_ID, displayName: "Wye demo" }],
  reasoningOptions: (_model, setting) => (setting === "off" ? { reasoning: "none" } : {}),
  readUsage,
};
