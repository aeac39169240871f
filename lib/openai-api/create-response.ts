import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type Asked, answerProgram } from "./answer-program";
import { fromResponses } from "./from-responses";
import { ResponsesAnswer } from "./responses-answer";
import type { ResponsesRequest } from "./responses-request";

/** What would need state of an earlier response, which Wye does not keep, or ask for more than one answer's usage
 *  tells; and what has them refused. */
const REFUSED: Readonly<Record<string, (value: unknown) => boolean>> = {
  previous_response_id: (value) => value != null,
  conversation: (value) => value != null,
  prompt: (value) => value != null,
  background: (value) => value === true,
  store: (value) => value === true,
};
/** Tools that the program runs itself. Those that run at the vendor cost what no usage tells. */
const OWN_TOOLS = new Set(["function", "custom", "local_shell", "apply_patch"]);

/** Fields that are read here and written anew for whoever is asked. */
const OWN = ["model", "models", "stream", "store"];

/** Answers a program in OpenAI's Responses wire, whichever vendor's model it asks.
 *  @throws AppError `unsupported_field`, and as `answerProgram` */
export function createResponse(
  context: Context,
  request: ResponsesRequest,
  left: AbortSignal,
): Promise<Response> {
  requirePermission(context.actor, "chat:use");
  const names = [...(request.model === undefined ? [] : [request.model]), ...(request.models ?? [])];
  const refused = refusedField(request);
  if (refused !== null) throw new AppError("unsupported_field", { field: refused, model: names[0] ?? "" });
  const stream = request.stream ?? false;
  const createdAt = new Date();
  return answerProgram(context, {
    ...{ names, stream, left, asked: toAsked(request, stream) },
    answer: (onLeft) => new ResponsesAnswer({ request, stream, createdAt }, onLeft),
  });
}

function refusedField(request: ResponsesRequest): string | null {
  for (const [field, isAsked] of Object.entries(REFUSED)) if (isAsked(request[field])) return field;
  const tool = (request.tools ?? []).findIndex(({ type }) => !OWN_TOOLS.has(type));
  if (tool !== -1) return `tools.${tool}.type`;
  if (typeof request.input === "string") return null;
  const reference = request.input.findIndex(({ type }) => type === "item_reference");
  return reference === -1 ? null : `input.${reference}.type`;
}

function toAsked(request: ResponsesRequest, stream: boolean): Asked {
  const { prompt, options, untranslated } = fromResponses(request);
  const body = Object.fromEntries(Object.entries(request).filter(([field]) => !OWN.includes(field)));
  return {
    ...{ purpose: "api", prompt, chatId: null, messageId: null },
    maxOutputTokens: request.max_output_tokens ?? undefined,
    temperature: request.temperature ?? undefined,
    effort: request.reasoning?.effort ?? undefined,
    program: { own: { wire: "responses", stream, body }, options, untranslated },
  };
}
