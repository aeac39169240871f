import { z } from "zod";

/** What Wye answers, as it is described to programs. A vendor's own bytes pass, so there may be more in them. */

const count = z.int().min(0);
/** Exact; absent where nobody knows a price. */
const cost = {
  cost: z.string().optional(),
  currency: z.string().optional(),
};

const Usage = z.looseObject({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  prompt_tokens_details: z.looseObject({ cached_tokens: count.nullish() }).nullish(),
  completion_tokens_details: z.looseObject({ reasoning_tokens: count.nullish() }).nullish(),
  ...cost,
});

const head = { id: z.string(), created: z.int(), model: z.string() };
const FinishReason = z.string();

export const ChatCompletion = z.looseObject({
  ...head,
  object: z.literal("chat.completion"),
  choices: z.array(
    z.looseObject({
      index: count,
      message: z.looseObject({
        role: z.literal("assistant"),
        content: z.string().nullable(),
        reasoning_content: z.string().nullish(),
        tool_calls: z.array(z.looseObject({ id: z.string(), type: z.string() })).nullish(),
      }),
      finish_reason: FinishReason.nullable(),
    }),
  ),
  usage: Usage,
});

export const ChatCompletionChunk = z.looseObject({
  ...head,
  object: z.literal("chat.completion.chunk"),
  choices: z.array(
    z.looseObject({
      index: count,
      delta: z.looseObject({
        role: z.string().nullish(),
        content: z.string().nullish(),
        reasoning_content: z.string().nullish(),
        tool_calls: z.array(z.looseObject({ index: count })).nullish(),
      }),
      finish_reason: FinishReason.nullish(),
    }),
  ),
  usage: Usage.nullish(),
});

const ResponseUsage = z.looseObject({
  input_tokens: count,
  output_tokens: count,
  total_tokens: count,
  ...cost,
});

export const ResponseReply = z.looseObject({
  id: z.string(),
  object: z.literal("response"),
  created_at: z.number(),
  model: z.string(),
  status: z.string(),
  output: z.array(z.looseObject({ type: z.string() })),
  usage: ResponseUsage.nullable(),
});

export const ResponseEvent = z.looseObject({
  type: z.string(),
  sequence_number: count.optional(),
  delta: z.string().optional(),
  response: ResponseReply.optional(),
});

const MessagesUsage = z.looseObject({
  input_tokens: count,
  output_tokens: count,
  cache_creation_input_tokens: count.optional(),
  cache_read_input_tokens: count.optional(),
  ...cost,
});

export const MessageReply = z.looseObject({
  id: z.string(),
  type: z.literal("message"),
  role: z.literal("assistant"),
  model: z.string(),
  content: z.array(z.looseObject({ type: z.enum(["text", "thinking", "tool_use"]) })),
  stop_reason: z.string().nullable(),
  stop_sequence: z.string().nullable(),
  usage: MessagesUsage,
});

export const MessageEvent = z.looseObject({
  type: z.enum([
    "message_start",
    "content_block_start",
    "content_block_delta",
    "content_block_stop",
    "message_delta",
    "message_stop",
    "error",
  ]),
  index: count.optional(),
  usage: MessagesUsage.optional(),
});

export const EmbeddingList = z.looseObject({
  object: z.literal("list"),
  data: z.array(
    z.looseObject({
      object: z.literal("embedding"),
      index: count,
      embedding: z.union([z.array(z.number()), z.string()]),
    }),
  ),
  model: z.string(),
  usage: z.looseObject({ prompt_tokens: count, total_tokens: count }),
});

export const Model = z.object({
  id: z.string(),
  object: z.literal("model"),
  created: z.int(),
  owned_by: z.string(),
});

export const ModelList = z.object({ object: z.literal("list"), data: z.array(Model) });
