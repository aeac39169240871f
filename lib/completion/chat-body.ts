import { callOptions } from "./call-options";
import { isRecord } from "./chat-reply";
import type { OwnRequest } from "./program-request";
import type { Target } from "./target";
import type { CompletionRequest } from "./types";

/** A program's own request in OpenAI's chat wire as it is sent on: always asking for the usage. */
export function chatBody(
  request: CompletionRequest,
  { body, stream }: OwnRequest,
  target: Target,
  signal: AbortSignal,
): Readonly<Record<string, unknown>> {
  return {
    ...(request.choice.kind === "model"
      ? body
      : { ...modeBody(request, target, signal), ...fitting(body, request, target, signal) }),
    ...(stream && { stream: true, stream_options: { ...streamOptions(body), include_usage: true } }),
  };
}

/** How the mode has the model think, in the words of its host. */
function modeBody(
  request: CompletionRequest,
  target: Target,
  signal: AbortSignal,
): Readonly<Record<string, unknown>> {
  const { reasoning, providerOptions } = callOptions(request, target, signal);
  return {
    ...providerOptions?.host,
    ...(reasoning !== undefined && reasoning !== "provider-default" && { reasoning_effort: reasoning }),
  };
}

/** Who asked for a mode could not know the model: a setting that it does not take is not sent, as in a chat. */
function fitting(
  body: Readonly<Record<string, unknown>>,
  request: CompletionRequest,
  target: Target,
  signal: AbortSignal,
): Readonly<Record<string, unknown>> {
  const { temperature } = callOptions(request, target, signal);
  const { reasoning_effort: _effort, temperature: _asked, ...rest } = body;
  return { ...rest, ...(temperature !== undefined && { temperature }) };
}

const streamOptions = (body: Readonly<Record<string, unknown>>) =>
  isRecord(body.stream_options) ? body.stream_options : {};
