import type { OperationExample } from "./api-operation";

const ask = (content: string) => [{ role: "user", content }];

const WEATHER = {
  type: "function",
  function: {
    name: "get_weather",
    description: "The weather in a city now.",
    parameters: {
      type: "object",
      properties: { city: { type: "string" } },
      required: ["city"],
    },
  },
};

export const CHAT_EXAMPLES: readonly OperationExample[] = [
  { name: "question", body: { model: "auto", messages: ask("Why is the sky blue?") } },
  {
    name: "stream",
    body: {
      model: "auto",
      messages: ask("Why is the sky blue?"),
      stream: true,
      stream_options: { include_usage: true },
    },
  },
  {
    name: "tools",
    body: { model: "auto", messages: ask("What is the weather in Wuxi?"), tools: [WEATHER] },
  },
  {
    name: "json",
    body: {
      model: "auto",
      messages: ask("Three rivers and their lengths."),
      response_format: {
        type: "json_schema",
        json_schema: {
          name: "rivers",
          schema: {
            type: "object",
            properties: { rivers: { type: "array", items: { type: "string" } } },
            required: ["rivers"],
            additionalProperties: false,
          },
        },
      },
    },
  },
  {
    name: "fallback",
    body: { models: ["knowledge", "reasoning"], messages: ask("Summarise the theory of tides.") },
  },
];

export const RESPONSES_EXAMPLES: readonly OperationExample[] = [
  { name: "question", body: { model: "auto", input: "Why is the sky blue?" } },
  { name: "stream", body: { model: "auto", input: ask("Why is the sky blue?"), stream: true } },
  {
    name: "tools",
    body: {
      model: "auto",
      input: "What is the weather in Wuxi?",
      tools: [{ type: "function", ...WEATHER.function }],
    },
  },
];

export const MESSAGES_EXAMPLES: readonly OperationExample[] = [
  { name: "question", body: { model: "auto", max_tokens: 1024, messages: ask("Why is the sky blue?") } },
  {
    name: "stream",
    body: { model: "auto", max_tokens: 1024, messages: ask("Why is the sky blue?"), stream: true },
  },
];

export const EMBEDDINGS_EXAMPLES: readonly OperationExample[] = [
  {
    name: "texts",
    body: { model: "openai/text-embedding-3-small", input: ["The first text.", "The second."] },
  },
];
