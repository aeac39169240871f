import { z } from "zod";

const CacheControl = z.looseObject({ type: z.literal("ephemeral"), ttl: z.enum(["5m", "1h"]).optional() });
const hint = { cache_control: CacheControl.nullish() };

const Source = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("base64"), media_type: z.string(), data: z.string() }),
  z.looseObject({ type: z.literal("url"), url: z.url({ protocol: /^https?$/ }) }),
  z.looseObject({ type: z.literal("text"), media_type: z.string().optional(), data: z.string() }),
]);
const TextBlock = z.looseObject({ type: z.literal("text"), text: z.string(), ...hint });

const Block = z.discriminatedUnion("type", [
  TextBlock,
  z.looseObject({ type: z.literal("image"), source: Source, ...hint }),
  z.looseObject({ type: z.literal("document"), source: Source, title: z.string().nullish(), ...hint }),
  z.looseObject({
    type: z.literal("tool_use"),
    id: z.string(),
    name: z.string(),
    input: z.record(z.string(), z.unknown()),
    ...hint,
  }),
  z.looseObject({
    type: z.literal("tool_result"),
    tool_use_id: z.string(),
    content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]).nullish(),
    is_error: z.boolean().nullish(),
    ...hint,
  }),
  z.looseObject({ type: z.literal("thinking"), thinking: z.string(), signature: z.string().optional() }),
  z.looseObject({ type: z.literal("redacted_thinking"), data: z.string() }),
]);
export type MessageBlock = z.infer<typeof Block>;

const Message = z.looseObject({
  role: z.enum(["user", "assistant"]),
  content: z.union([z.string(), z.array(Block).min(1)]),
});

const Tool = z.looseObject({
  name: z.string().min(1),
  /** Left out or `custom`: the program's own. */
  type: z.string().optional(),
  description: z.string().nullish(),
  input_schema: z.record(z.string(), z.unknown()).optional(),
});

/** `POST /messages`: Anthropic's wire. */
export const MessagesRequest = z.looseObject({
  /** As for chat completions. */
  model: z.string().min(1).max(300),
  max_tokens: z.int().positive(),
  messages: z.array(Message).min(1),
  system: z.union([z.string(), z.array(TextBlock)]).nullish(),
  stream: z.boolean().nullish(),
  stop_sequences: z.array(z.string()).max(64).nullish(),
  temperature: z.number().min(0).max(1).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  top_k: z.int().positive().nullish(),
  tools: z.array(Tool).nullish(),
  tool_choice: z
    .looseObject({
      type: z.enum(["auto", "any", "tool", "none"]),
      name: z.string().optional(),
      disable_parallel_tool_use: z.boolean().optional(),
    })
    .nullish(),
  thinking: z
    .discriminatedUnion("type", [
      z.looseObject({ type: z.literal("enabled"), budget_tokens: z.int().min(1024) }),
      z.looseObject({ type: z.literal("disabled") }),
      z.looseObject({ type: z.literal("adaptive") }),
    ])
    .nullish(),
});
export type MessagesRequest = z.infer<typeof MessagesRequest>;
