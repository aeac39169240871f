import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { settingsTaken } from "@/lib/router/settings-taken";
import type { Target } from "./target";
import type { CompletionRequest } from "./types";

/** What a vendor's model is called with. A setting that the model does not take is not sent. */
export function callOptions(
  request: CompletionRequest,
  { vendor, modelId, abilities, thinking, effort: decided }: Omit<Target, "way">,
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions & { abortSignal: AbortSignal } {
  const { temperature, maxOutputTokens, effort } = settingsTaken(abilities, thinking, {
    ...request,
    effort: decided ?? request.effort,
  });
  return {
    prompt: request.prompt,
    abortSignal,
    ...vendor.reasoningOptions(
      { modelId, ability: abilities.reasoning },
      effort === "none" ? "off" : (effort ?? thinking),
    ),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
  };
}
