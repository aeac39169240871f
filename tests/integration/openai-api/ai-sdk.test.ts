import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, jsonSchema, streamText, tool } from "ai";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ApiWorld, openApiWorld } from "./api-world";

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());
beforeEach(() => world.upstream.reset());

const TEXT = "Hello from the upstream, word by word.";
const MODELS = ["openai/gpt-4o-mini", "anthropic/claude-sonnet-4-5"];
const idOf = (name: string) => name.slice(name.indexOf("/") + 1);

test.each(MODELS)("AI SDK asks %s whole and streamed, with thoughts and tools", async (name) => {
  const { key } = await world.program();
  const options = { name: "wye", apiKey: key, baseURL: `${world.url}/api/v1`, includeUsage: true };
  const model = createOpenAICompatible(options).chatModel(name);
  world.upstream.script(idOf(name), { reasoning: "Let me see." });
  const whole = await generateText({ model, prompt: "What is new?", maxRetries: 0 });
  expect([whole.reasoningText, whole.text]).toEqual(["Let me see.", TEXT]);
  expect(whole.usage.inputTokens).toBe(12);
  const streamed = streamText({ model, prompt: "What is new?", maxRetries: 0 });
  expect(await streamed.text).toBe(TEXT);
  expect((await streamed.usage).inputTokens).toBe(12);
  world.upstream.script(idOf(name), { text: "", toolCall: { name: "weather", input: '{"city":"Paris"}' } });
  const inputSchema = jsonSchema<{ city: string }>({
    type: "object",
    properties: { city: { type: "string" } },
  });
  const called = streamText({
    ...{ model, prompt: "How is the weather?", maxRetries: 0 },
    tools: { weather: tool({ inputSchema }) },
  });
  expect(await called.toolCalls).toMatchObject([{ toolName: "weather", input: { city: "Paris" } }]);
});
