import { HumanMessage, ToolMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { ChatOpenAI } from "@langchain/openai";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
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
const weather = tool(() => "rain", {
  ...{ name: "weather", description: "The weather of a city." },
  schema: z.object({ city: z.string() }),
});

async function chatModel(model: string) {
  const { key, rows } = await world.program();
  const configuration = { baseURL: `${world.url}/api/v1` };
  return { chat: new ChatOpenAI({ model, apiKey: key, configuration, maxRetries: 0 }), rows };
}

test.each(MODELS)("LangChain asks %s whole and streamed", async (model) => {
  const { chat, rows } = await chatModel(model);
  const whole = await chat.invoke("What is new?");
  expect(whole.text).toBe(TEXT);
  expect(whole.usage_metadata).toMatchObject({ input_tokens: 12 });
  const pieces = await Array.fromAsync(await chat.stream("What is new?"));
  expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
  expect(pieces.map(({ usage_metadata }) => usage_metadata)).toContainEqual(
    expect.objectContaining({ input_tokens: 12 }),
  );
  expect(await rows()).toMatchObject([{ status: "exact" }, { status: "exact" }]);
});

test.each(MODELS)("LangChain has %s call tools and tells what they said", async (model) => {
  const { chat } = await chatModel(model);
  const bound = chat.bindTools([weather]);
  world.upstream.script(idOf(model), {
    ...{ text: "", toolCall: { name: "weather", input: '{"city":"Paris"}' } },
  });
  const asked = new HumanMessage("How is the weather?");
  const called = await bound.invoke([asked]);
  expect(called.tool_calls).toMatchObject([{ name: "weather", args: { city: "Paris" } }]);
  const pieces = await Array.fromAsync(await bound.stream([asked]));
  const inputs = pieces.flatMap(({ tool_call_chunks = [] }) =>
    tool_call_chunks.map(({ args }) => args ?? ""),
  );
  expect(inputs.join("")).toBe('{"city":"Paris"}');
  world.upstream.script(idOf(model), { text: "It rains." });
  const said = new ToolMessage({ content: "rain in sight", tool_call_id: called.tool_calls?.[0]?.id ?? "" });
  expect((await bound.invoke([asked, called, said])).text).toBe("It rains.");
  expect(JSON.stringify(world.upstream.calls.at(-1)?.body)).toContain("rain in sight");
});
