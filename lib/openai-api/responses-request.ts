import { z } from "zod";
import { EFFORTS } from "@/lib/router/effort";

const TextPart = z.looseObject({
  type: z.enum(["input_text", "output_text", "summary_text"]),
  text: z.string(),
});
const ImagePart = z.looseObject({
  type: z.literal("input_image"),
  image_url: z.string().nullish(),
  file_id: z.string().nullish(),
});
const FilePart = z.looseObject({
  type: z.literal("input_file"),
  file_data: z.string().nullish(),
  file_url: z.string().nullish(),
  file_id: z.string().nullish(),
  filename: z.string().nullish(),
});
const RefusalPart = z.looseObject({ type: z.literal("refusal"), refusal: z.string() });
const KNOWN_PARTS = new Set([
  ...["input_text", "output_text", "summary_text"],
  ...["input_image", "input_file", "refusal"],
]);
const OtherPart = z.looseObject({ type: z.string().refine((type) => !KNOWN_PARTS.has(type)) });
const Part = z.union([TextPart, ImagePart, FilePart, RefusalPart, OtherPart]);
export type ResponsePart = z.infer<typeof Part>;

const Content = z.union([z.string(), z.array(Part)]);

const Message = z.looseObject({
  type: z.literal("message").optional(),
  role: z.enum(["user", "assistant", "system", "developer"]),
  content: Content,
});
const FunctionCall = z.looseObject({
  type: z.literal("function_call"),
  call_id: z.string().min(1),
  name: z.string().min(1),
  arguments: z.string(),
});
const FunctionCallOutput = z.looseObject({
  type: z.literal("function_call_output"),
  call_id: z.string().min(1),
  output: Content,
});
const Reasoning = z.looseObject({
  type: z.literal("reasoning"),
  summary: z.array(z.looseObject({ text: z.string() })),
  encrypted_content: z.string().nullish(),
});
const KNOWN_ITEMS = new Set(["message", "function_call", "function_call_output", "reasoning"]);
const OtherItem = z.looseObject({ type: z.string().refine((type) => !KNOWN_ITEMS.has(type)) });
const Item = z.union([Message, FunctionCall, FunctionCallOutput, Reasoning, OtherItem]);
export type ResponseItem = z.infer<typeof Item>;

const FunctionTool = z.looseObject({
  type: z.literal("function"),
  name: z.string().min(1),
  description: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
});
const OtherTool = z.looseObject({ type: z.string().refine((type) => type !== "function") });

const Format = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("text") }),
  z.looseObject({ type: z.literal("json_object") }),
  z.looseObject({
    type: z.literal("json_schema"),
    name: z.string().min(1),
    schema: z.record(z.string(), z.unknown()),
    description: z.string().nullish(),
    strict: z.boolean().nullish(),
  }),
]);

const Name = z.string().min(1).max(300);

/** `POST /responses`: what Wye reads of it. Other fields go to the vendor as they are. */
export const ResponsesRequest = z.looseObject({
  /** As for chat completions. */
  model: Name.optional(),
  /** In this order, should one fail before its first word. */
  models: z.array(Name).min(1).max(10).optional(),
  input: z.union([z.string(), z.array(Item).min(1)]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  tools: z.array(z.union([FunctionTool, OtherTool])).nullish(),
  tool_choice: z
    .union([
      z.enum(["none", "auto", "required"]),
      z.looseObject({ type: z.literal("function"), name: z.string() }),
      z.looseObject({ type: z.string().refine((type) => type !== "function") }),
    ])
    .nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  text: z.looseObject({ format: Format.nullish(), verbosity: z.string().nullish() }).nullish(),
  reasoning: z
    .looseObject({
      effort: z.enum(EFFORTS).nullish(),
      summary: z.enum(["auto", "concise", "detailed"]).nullish(),
    })
    .nullish(),
  max_output_tokens: z.int().positive().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  include: z.array(z.string()).nullish(),
  truncation: z.enum(["auto", "disabled"]).nullish(),
  /** Wye keeps no state of a response: `true` is refused. */
  store: z.boolean().nullish(),
  background: z.boolean().nullish(),
});
export type ResponsesRequest = z.infer<typeof ResponsesRequest>;
