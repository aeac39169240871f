import type { LanguageModelV4FinishReason } from "@ai-sdk/provider";

/** Why the vendor says that an answer ended, in AI SDK's words. Some of the Chinese vendors' own words the SDK does not
 *  know: `sensitive` is a refusal by their filter, `network_error` an answer that broke off on their side. */
export function finishReason({ unified, raw }: LanguageModelV4FinishReason): string {
  if (raw === "sensitive") return "content-filter";
  return raw === "network_error" ? "error" : unified;
}
