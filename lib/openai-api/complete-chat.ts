import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type Asked, answerProgram } from "./answer-program";
import { ChatAnswer } from "./chat-answer";
import type { ChatCompletionRequest } from "./chat-request";
import { toOptions } from "./to-options";
import { toPrompt } from "./to-prompt";

/** Fields by which a host would ask another model than was allowed, or add a fee that its usage does not tell. */
const REFUSED = [
  "fallbacks",
  "context_window_fallback_dict",
  "route",
  "preset",
  "plugins",
  "web_search_options",
];

/** Fields that are read here and written anew for whoever is asked. */
const OWN = ["model", "models", "stream"];

/** Answers a program in OpenAI's chat wire.
 *  @throws AppError `unsupported_field`, and as `answerProgram` */
export function completeChat(
  context: Context,
  request: ChatCompletionRequest,
  left: AbortSignal,
): Promise<Response> {
  requirePermission(context.actor, "chat:use");
  const refused = REFUSED.find((field) => field in request);
  if (refused !== undefined) {
    throw new AppError("unsupported_field", {
      field: refused,
      model: request.model ?? request.models?.[0] ?? "",
    });
  }
  const stream = request.stream ?? false;
  const form = {
    stream,
    includeUsage: request.stream_options?.include_usage ?? false,
    createdAt: new Date(),
  };
  return answerProgram(context, {
    names: [...(request.model === undefined ? [] : [request.model]), ...(request.models ?? [])],
    ...{ stream, left, asked: toAsked(request, stream) },
    answer: (onLeft) => new ChatAnswer(form, onLeft),
  });
}

function toAsked(request: ChatCompletionRequest, stream: boolean): Asked {
  const { prompt, untranslated } = toPrompt(request.messages);
  const { options, untranslated: more } = toOptions(request);
  const body = Object.fromEntries(Object.entries(request).filter(([field]) => !OWN.includes(field)));
  return {
    ...{ purpose: "api", prompt, chatId: null, messageId: null },
    maxOutputTokens: request.max_completion_tokens ?? request.max_tokens ?? undefined,
    temperature: request.temperature ?? undefined,
    effort: request.reasoning_effort ?? undefined,
    program: { own: { wire: "chat", stream, body }, options, untranslated: [...untranslated, ...more] },
  };
}
