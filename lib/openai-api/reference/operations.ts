import { ChatCompletionRequest } from "../chat-request";
import { EmbeddingsRequest } from "../embeddings-request";
import { UsageQuery } from "../list-usage";
import { MessagesRequest } from "../messages-request";
import { ModelParams } from "../model-params";
import { ResponsesRequest } from "../responses-request";
import type { ApiOperation } from "./api-operation";
import { CHAT_EXAMPLES, EMBEDDINGS_EXAMPLES, MESSAGES_EXAMPLES, RESPONSES_EXAMPLES } from "./examples";
import {
  ChatCompletion,
  ChatCompletionChunk,
  EmbeddingList,
  MessageEvent,
  MessageReply,
  Model,
  ModelList,
  ResponseEvent,
  ResponseReply,
} from "./replies";
import { UsageReply } from "./usage-reply";

/** Every address under `/api/v1`, in the order in which they are read. One that is served and does not stand here fails
 *  tests/architecture/api-reference.test.ts, which says what is missing. */
export const API_OPERATIONS: readonly ApiOperation[] = [
  {
    ...{ id: "createChatCompletion", method: "POST", path: "/chat/completions" },
    ...{ scope: "completions", wire: "openai", asks: true },
    ...{ body: ChatCompletionRequest, reply: ChatCompletion, event: ChatCompletionChunk },
    examples: CHAT_EXAMPLES,
  },
  {
    ...{ id: "createResponse", method: "POST", path: "/responses" },
    ...{ scope: "completions", wire: "openai", asks: true },
    ...{ body: ResponsesRequest, reply: ResponseReply, event: ResponseEvent },
    examples: RESPONSES_EXAMPLES,
  },
  {
    ...{ id: "createMessage", method: "POST", path: "/messages" },
    ...{ scope: "completions", wire: "anthropic", asks: true },
    ...{ body: MessagesRequest, reply: MessageReply, event: MessageEvent },
    examples: MESSAGES_EXAMPLES,
  },
  {
    ...{ id: "createEmbeddings", method: "POST", path: "/embeddings" },
    ...{ scope: "completions", wire: "openai", asks: true },
    ...{ body: EmbeddingsRequest, reply: EmbeddingList, examples: EMBEDDINGS_EXAMPLES },
  },
  {
    ...{ id: "listModels", method: "GET", path: "/models" },
    ...{ scope: "models", wire: "openai", asks: false, reply: ModelList, examples: [] },
  },
  {
    ...{ id: "getModel", method: "GET", path: "/models/{id}" },
    ...{ scope: "models", wire: "openai", asks: false, params: ModelParams, reply: Model, examples: [] },
  },
  {
    ...{ id: "listUsage", method: "GET", path: "/usage" },
    ...{ scope: "usage", wire: "openai", asks: false, query: UsageQuery, reply: UsageReply, examples: [] },
  },
];
