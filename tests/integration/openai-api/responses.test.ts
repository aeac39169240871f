import { createOpenAI } from "@ai-sdk/openai";
import { generateText, jsonSchema, streamText, tool } from "ai";
import type OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { type ApiWorld, DIRECT, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld(DIRECT);
});
afterAll(() => world.close());
beforeEach(() => world.upstream.reset());

const TEXT = "Hello from the upstream, word by word.";
const SAME = "direct/gpt-4.1-mini";
/** One whose vendor speaks the wire, one that speaks OpenAI's chat, and one that speaks neither. */
const MODELS = [SAME, "openai/gpt-4o-mini", "anthropic/claude-sonnet-4-5"];
const CALL = { name: "weather", input: '{"city":"Paris"}' };
const parameters = { type: "object", properties: { city: { type: "string" } } };
const TOOLS: OpenAI.Responses.Tool[] = [{ type: "function", name: "weather", parameters, strict: false }];
const idOf = (name: string) => name.slice(name.indexOf("/") + 1);
const lastBody = () => JSON.stringify(world.upstream.calls.at(-1)?.body);

async function costOf({ rows }: Program): Promise<string> {
  const [row] = await rows();
  return row?.costPico ? picoToDecimal(BigInt(row.costPico)) : "";
}

type Event = OpenAI.Responses.ResponseStreamEvent;
const textOf = (events: readonly Event[]) =>
  events.map((event) => (event.type === "response.output_text.delta" ? event.delta : "")).join("");

describe.each(MODELS)("%s", (model) => {
  test("answers in one piece, and says what it was and what it cost", async () => {
    const program = await world.program();
    world.upstream.script(idOf(model), { cacheReadTokens: 5, reasoning: "Let me see." });
    const asked = program.client.responses.create({ model, input: "What is new?", store: false });
    const { data, response } = await asked.withResponse();
    expect(data).toMatchObject({ object: "response", status: "completed", output_text: TEXT });
    const [thought] = data.output;
    expect(thought).toMatchObject({ type: "reasoning", summary: [{ text: "Let me see." }] });
    expect(data.usage).toMatchObject({ input_tokens: 17, input_tokens_details: { cached_tokens: 5 } });
    expect(response.headers.get("x-wye-cost")).toBe(`${await costOf(program)} USD`);
    expect(response.headers.get("x-wye-model")).toBe(model);
    expect(await program.rows()).toMatchObject([
      { purpose: "api", outcome: "complete", status: "exact", keyId: program.keyId },
    ]);
  });

  test("streams its events in order, with the exact cost in the last", async () => {
    const program = await world.program();
    const stream = await program.client.responses.create({ model, input: "What is new?", stream: true });
    const events = await Array.fromAsync(stream);
    expect(textOf(events)).toBe(TEXT);
    expect(events.slice(0, 4).map(({ type }) => type)).toEqual([
      ...["response.created", "response.in_progress"],
      ...["response.output_item.added", "response.content_part.added"],
    ]);
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, nth) => nth));
    const last = events.at(-1);
    if (last?.type !== "response.completed") throw new Error("no end");
    const cost = await costOf(program);
    expect(cost).not.toBe("");
    expect(last.response.usage).toMatchObject({ input_tokens: 12, cost, currency: "USD" });
  });

  test("calls a function, streamed and not, and is told what it gave", async () => {
    const { client } = await world.program();
    world.upstream.script(idOf(model), { toolCall: CALL, text: "" });
    const input: OpenAI.Responses.ResponseInputItem[] = [{ role: "user", content: "Weather?" }];
    const whole = await client.responses.create({ model, input, tools: TOOLS });
    const call = whole.output.find((item) => item.type === "function_call");
    expect(call).toMatchObject({ name: "weather", arguments: CALL.input });
    const events = await Array.fromAsync(
      await client.responses.create({ model, input, tools: TOOLS, stream: true }),
    );
    const pieces = events.map((one) =>
      one.type === "response.function_call_arguments.delta" ? one.delta : "",
    );
    expect(pieces.join("")).toBe(CALL.input);
    if (!call) throw new Error("no call");
    world.upstream.script(idOf(model), { text: "It rains." });
    const after = await client.responses.create({
      ...{ model, tools: TOOLS, tool_choice: "auto", instructions: "Be brief." },
      input: [...input, call, { type: "function_call_output", call_id: call.call_id, output: "rain" }],
    });
    expect(after.output_text).toBe("It rains.");
    for (const word of ["rain", "Be brief.", "Paris"]) expect(lastBody()).toContain(word);
  });

  test("AI SDK asks it whole and streamed, with thoughts and tools", async () => {
    const { key } = await world.program();
    const ask = createOpenAI({ apiKey: key, baseURL: `${world.url}/api/v1` }).responses(model);
    const more = { maxRetries: 0, prompt: "What is new?", providerOptions: { openai: { store: false } } };
    world.upstream.script(idOf(model), { reasoning: "Let me see." });
    const whole = await generateText({ model: ask, ...more });
    expect([whole.reasoningText, whole.text, whole.usage.inputTokens]).toEqual(["Let me see.", TEXT, 12]);
    const streamed = streamText({ model: ask, ...more });
    expect([await streamed.text, await streamed.reasoningText]).toEqual([TEXT, "Let me see."]);
    world.upstream.script(idOf(model), { text: "", toolCall: CALL });
    const inputSchema = jsonSchema<{ city: string }>(parameters as object);
    const called = streamText({ model: ask, ...more, tools: { weather: tool({ inputSchema }) } });
    expect(await called.toolCalls).toMatchObject([{ toolName: "weather", input: { city: "Paris" } }]);
  });

  test("tells a break in mid-stream as an error, and keeps what it cost", async () => {
    const program = await world.program();
    world.upstream.script(idOf(model), { fault: "cut" });
    const stream = await program.client.responses.create({ model, input: "Hi", stream: true });
    const events: Event[] = [];
    const read = (async () => {
      for await (const event of stream) events.push(event);
    })();
    await read.catch(() => undefined);
    expect(textOf(events)).toMatch(/^Hello from the /);
    expect(events.some(({ type }) => type === "response.completed")).toBe(false);
    expect(await program.rows()).toMatchObject([{ outcome: "failed", status: "estimated" }]);
  });

  test.each([
    ["rate_limit", 429, "rate_limit_exceeded"],
    ["context_length", 400, "context_length_exceeded"],
  ] as const)("%s is told as %i %s", async (fault, status, code) => {
    const { client } = await world.program();
    world.upstream.script(idOf(model), { fault, retryAfterSeconds: 1 });
    for (const stream of [true, false])
      await expect(client.responses.create({ model, input: "Hi", stream })).rejects.toMatchObject({
        status,
        code,
      });
  });

  test("a request by name is answered and charged once", async () => {
    const program = await world.program();
    const once = { headers: { "Idempotency-Key": `n-${idOf(model)}` } };
    const ask = async () =>
      Array.fromAsync(await program.client.responses.create({ model, input: "Hi", stream: true }, once));
    expect(await ask()).toEqual(await ask());
    expect(await program.rows()).toHaveLength(1);
  });
});

test("what is cut short is told as incomplete", async () => {
  const { client } = await world.program();
  world.upstream.script("gpt-4o-mini", { cutShort: true });
  const input = { model: "openai/gpt-4o-mini", input: "Hi", stream: true } as const;
  const events = await Array.fromAsync(await client.responses.create(input));
  expect(events.at(-1)).toMatchObject({
    type: "response.incomplete",
    response: { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } },
  });
});

test("a mode is decided as in a chat, and of several models the next answers where the first fails", async () => {
  const { client } = await world.program();
  const { response } = await client.responses.create({ model: "auto", input: "Hi" }).withResponse();
  expect(response.headers.get("x-wye-mode")).toMatch(/^(knowledge|reasoning)$/);
  world.upstream.script("local-1", { fault: "server_error" });
  const body = { models: ["house/local-1", SAME], input: "Hi" };
  expect(await client.post("/responses", { body })).toMatchObject({ status: "completed" });
});
