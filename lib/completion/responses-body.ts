import { callOptions } from "./call-options";
import { isRecord } from "./chat-reply";
import type { OwnRequest } from "./program-request";
import type { Target } from "./target";
import type { CompletionRequest } from "./types";

/** A program's own request in OpenAI's Responses wire as it is sent on: nothing of it is left with the vendor. Who asked
 *  for a mode could not know the model: how it thinks is the mode's, and a setting that it does not take is not sent. */
export function responsesBody(
  request: CompletionRequest,
  { body, stream }: OwnRequest,
  target: Target,
  signal: AbortSignal,
): Readonly<Record<string, unknown>> {
  const sent = { ...body, store: false, ...(stream && { stream: true }) };
  if (request.choice.kind === "model") return sent;
  const { reasoning: effort, temperature } = callOptions(request, target, signal);
  const { temperature: _asked, reasoning, ...rest } = sent as Record<string, unknown>;
  const { effort: _effort, ...shown } = isRecord(reasoning) ? reasoning : {};
  const thinks = effort === undefined || effort === "provider-default" ? {} : { effort };
  const settings = { ...(target.abilities.reasoning === "none" ? {} : shown), ...thinks };
  return {
    ...rest,
    ...(Object.keys(settings).length > 0 && { reasoning: settings }),
    ...(temperature !== undefined && { temperature }),
  };
}
