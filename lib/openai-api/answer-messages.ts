import type { ProgramRequest } from "@/lib/completion/program-request";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Effort } from "@/lib/router/effort";
import { answerProgram } from "./answer-program";
import { fromMessages } from "./from-messages";
import { MessagesAnswer } from "./messages-answer";
import type { MessagesRequest } from "./messages-request";

const READ = new Set([
  ...["model", "max_tokens", "messages", "system", "stream", "stop_sequences", "temperature"],
  ...["top_p", "top_k", "tools", "tool_choice", "thinking", "metadata"],
]);

/** Answers a program in Anthropic's wire, whichever vendor's model it asks.
 *  @throws AppError as `answerProgram` */
export function answerMessages(
  context: Context,
  request: MessagesRequest,
  left: AbortSignal,
): Promise<Response> {
  requirePermission(context.actor, "chat:use");
  const stream = request.stream ?? false;
  const { prompt, untranslated } = fromMessages(request);
  const { options, untranslated: more } = toOptions(request);
  return answerProgram(context, {
    ...{ names: [request.model], stream, left },
    asked: {
      ...{ purpose: "api", prompt, chatId: null, messageId: null, maxOutputTokens: request.max_tokens },
      temperature: request.temperature ?? undefined,
      effort: effortOf(request.thinking),
      program: { own: null, options, untranslated: [...untranslated, ...more] },
    },
    answer: (onLeft) => new MessagesAnswer(stream, onLeft),
  });
}

function toOptions(request: MessagesRequest): Pick<ProgramRequest, "options" | "untranslated"> {
  const untranslated = Object.entries(request)
    .filter(([field, value]) => !READ.has(field) && value !== null)
    .map(([field]) => field);
  const { stop_sequences, top_p, top_k, tools, tool_choice: choice } = request;
  const own = (tools ?? []).filter(({ type = "custom" }) => type === "custom");
  if (own.length < (tools?.length ?? 0)) untranslated.push("tools");
  if (choice?.disable_parallel_tool_use) untranslated.push("tool_choice.disable_parallel_tool_use");
  const options: ProgramRequest["options"] = {
    ...(stop_sequences && { stopSequences: stop_sequences }),
    ...(top_p != null && { topP: top_p }),
    ...(top_k != null && { topK: top_k }),
    ...(own.length > 0 && {
      tools: own.map(({ name, description, input_schema }) => ({
        ...{ type: "function" as const, name },
        inputSchema: { type: "object" as const, properties: {}, ...input_schema },
        ...(description != null && { description }),
      })),
    }),
  };
  if (choice?.type === "any") options.toolChoice = { type: "required" };
  else if (choice?.type === "tool") options.toolChoice = { type: "tool", toolName: choice.name ?? "" };
  else if (choice) options.toolChoice = { type: choice.type };
  return { options, untranslated };
}

/** Vendors count thoughts in different ways; an effort is what all have. */
function effortOf(thinking: MessagesRequest["thinking"]): Effort | undefined {
  if (thinking == null || thinking.type === "adaptive") return undefined;
  if (thinking.type === "disabled") return "none";
  if (thinking.budget_tokens < 4_000) return "low";
  return thinking.budget_tokens < 16_000 ? "medium" : "high";
}
