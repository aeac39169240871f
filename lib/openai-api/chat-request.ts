import { z } from "zod";
import { EFFORTS } from "@/lib/router/effort";

/** Parts of a message that Wye knows; what else a vendor takes is passed to the vendor. */
const TextPart = z.looseObject({ type: z.literal("text"), text: z.string() });
const ImagePart = z.looseObject({
  type: z.literal("image_url"),
  image_url: z.looseObject({ url: z.string().min(1), detail: z.string().optional() }),
});
const FilePart = z.looseObject({
  type: z.literal("file"),
  file: z.looseObject({
    file_data: z.string().optional(),
    filename: z.string().optional(),
    file_id: z.string().optional(),
  }),
});
const AudioPart = z.looseObject({
  type: z.literal("input_audio"),
  input_audio: z.looseObject({ data: z.string(), format: z.string() }),
});
const RefusalPart = z.looseObject({ type: z.literal("refusal"), refusal: z.string() });
const KNOWN = new Set(["text", "image_url", "file", "input_audio", "refusal"]);
const OtherPart = z.looseObject({ type: z.string().refine((type) => !KNOWN.has(type)) });
const Part = z.union([TextPart, ImagePart, FilePart, AudioPart, RefusalPart, OtherPart]);
export type ContentPart = z.infer<typeof Part>;

const Content = z.union([z.string(), z.array(Part).min(1)]);

const ToolCall = z.looseObject({
  id: z.string(),
  type: z.string().optional(),
  function: z.looseObject({ name: z.string(), arguments: z.string() }).optional(),
});

export const ChatMessage = z.discriminatedUnion("role", [
  z.looseObject({ role: z.literal("system"), content: Content }),
  z.looseObject({ role: z.literal("developer"), content: Content }),
  z.looseObject({ role: z.literal("user"), content: Content }),
  z.looseObject({
    role: z.literal("assistant"),
    content: Content.nullish(),
    reasoning_content: z.string().nullish(),
    tool_calls: z.array(ToolCall).nullish(),
  }),
  z.looseObject({ role: z.literal("tool"), tool_call_id: z.string(), content: Content }),
  z.looseObject({ role: z.literal("function"), name: z.string(), content: z.string().nullable() }),
]);
export type ChatMessage = z.infer<typeof ChatMessage>;

const FunctionTool = z.looseObject({
  type: z.literal("function"),
  function: z.looseObject({
    name: z.string().min(1),
    description: z.string().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    strict: z.boolean().nullish(),
  }),
});
const OtherTool = z.looseObject({ type: z.string().refine((type) => type !== "function") });

const ToolChoice = z.union([
  z.enum(["none", "auto", "required"]),
  z.looseObject({ type: z.literal("function"), function: z.looseObject({ name: z.string() }) }),
  z.looseObject({ type: z.string().refine((type) => type !== "function") }),
]);

const ResponseFormat = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("text") }),
  z.looseObject({ type: z.literal("json_object") }),
  z.looseObject({
    type: z.literal("json_schema"),
    json_schema: z.looseObject({
      name: z.string(),
      description: z.string().nullish(),
      schema: z.record(z.string(), z.unknown()).optional(),
      strict: z.boolean().nullish(),
    }),
  }),
]);

const Name = z.string().min(1).max(300);
const count = z.int().positive();

/** `POST /chat/completions`: what Wye reads of it. Other fields go to the vendor as they are. */
export const ChatCompletionRequest = z.looseObject({
  /** `vendor/model`, a model's own name where only one vendor has it, or a mode: knowledge, reasoning or auto. */
  model: Name.optional(),
  /** In this order, should one fail before its first word. */
  models: z.array(Name).min(1).max(10).optional(),
  messages: z.array(ChatMessage).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  tools: z.array(z.union([FunctionTool, OtherTool])).nullish(),
  tool_choice: ToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  response_format: ResponseFormat.nullish(),
  max_tokens: count.nullish(),
  max_completion_tokens: count.nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  top_k: count.nullish(),
  presence_penalty: z.number().min(-2).max(2).nullish(),
  frequency_penalty: z.number().min(-2).max(2).nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(16)]).nullish(),
  seed: z.int().nullish(),
  n: z.int().min(1).max(128).nullish(),
  logprobs: z.boolean().nullish(),
  reasoning_effort: z.enum(EFFORTS).nullish(),
});
export type ChatCompletionRequest = z.infer<typeof ChatCompletionRequest>;
