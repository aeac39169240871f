import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { answerProgram } from "./answer-program";
import { EmbeddingsAnswer } from "./embeddings-answer";
import type { EmbeddingsRequest } from "./embeddings-request";

/** Makes embeddings, at a vendor that makes them as OpenAI does.
 *  @throws AppError `no_embeddings`, and as `answerProgram` */
export function createEmbeddings(
  context: Context,
  request: EmbeddingsRequest,
  left: AbortSignal,
): Promise<Response> {
  requirePermission(context.actor, "chat:use");
  const { model, ...body } = request;
  return answerProgram(context, {
    ...{ names: [model], stream: false, left },
    choose: (name) => ({ kind: "model", model: name }),
    asked: {
      ...{ purpose: "embedding", prompt: toPrompt(request.input), chatId: null, messageId: null },
      program: {
        own: { wire: "embeddings", body, stream: false },
        ...{ options: {}, untranslated: [], inputTokens: countTokens(request.input) },
      },
    },
    answer: (onLeft) => new EmbeddingsAnswer(request.encoding_format ?? "float", onLeft),
  });
}

type Input = EmbeddingsRequest["input"];

const listOf = (input: Input): readonly (string | number | number[])[] =>
  typeof input === "string" ? [input] : input;

/** Its texts, to be counted where the vendor does not. */
function toPrompt(input: Input): LanguageModelV4Prompt {
  const texts = listOf(input).filter((one) => typeof one === "string");
  return [{ role: "user", content: texts.map((text) => ({ type: "text", text })) }];
}

const countTokens = (input: Input): number =>
  listOf(input).reduce<number>(
    (sum, one) => sum + (typeof one === "string" ? 0 : typeof one === "number" ? 1 : one.length),
    0,
  );
