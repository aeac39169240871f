import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { settingsTaken } from "@/lib/router/settings-taken";
import type { Target } from "./target";
import type { CompletionRequest } from "./types";

/** What a vendor's model is called with. A setting that the model does not take is not sent. */
export function callOptions(
  request: CompletionRequest,
  { vendor, knownAs, abilities, thinking, effort: decided }: Omit<Target, "way" | "own">,
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions & { abortSignal: AbortSignal } {
  const { temperature, maxOutputTokens, effort } = settingsTaken(abilities, thinking, {
    ...withThinking(request, abilities),
    effort: decided ?? request.effort,
  });
  return {
    prompt: request.prompt,
    abortSignal,
    ...vendor.reasoningOptions(
      { modelId: knownAs, ability: abilities.reasoning },
      effort === "none" ? "off" : (effort ?? thinking),
    ),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...request.program?.options,
  };
}

/** Vendors count what a model thinks as output. */
function withThinking(request: CompletionRequest, { reasoning }: Target["abilities"]): CompletionRequest {
  const { maxOutputTokens, thinkingTokens } = request;
  if (reasoning !== "always" || maxOutputTokens === undefined || thinkingTokens === undefined) return request;
  return { ...request, maxOutputTokens: maxOutputTokens + thinkingTokens };
}
