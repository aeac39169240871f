import Anthropic from "@anthropic-ai/sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());
beforeEach(() => world.upstream.reset());

const TEXT = "Hello from the upstream, word by word.";
const messages = [{ role: "user" as const, content: "What is new?" }];
const TOOL = {
  name: "weather",
  input_schema: { type: "object" as const, properties: { city: { type: "string" } } },
};
const idOf = (name: string) => name.slice(name.indexOf("/") + 1);

const clientOf = ({ key }: Program) =>
  new Anthropic({ apiKey: key, baseURL: `${world.url}/api`, maxRetries: 0 });

describe.each(["openai/gpt-4o-mini", "anthropic/claude-sonnet-4-5"])(
  "%s through Anthropic's wire",
  (model) => {
    test("answers whole and streamed, at the cost of the ledger", async () => {
      const program = await world.program();
      const client = clientOf(program);
      world.upstream.script(idOf(model), { reasoning: "Let me see.", cacheReadTokens: 5 });
      const { data, response } = await client.messages
        .create({ model, max_tokens: 99, messages, system: "Be brief." })
        .withResponse();
      expect(data.content).toMatchObject([
        { type: "thinking", thinking: "Let me see." },
        { type: "text", text: TEXT },
      ]);
      expect(data).toMatchObject({
        stop_reason: "end_turn",
        usage: { input_tokens: 12, cache_read_input_tokens: 5 },
      });
      const [row] = await program.rows();
      const cost = picoToDecimal(BigInt(row?.costPico ?? 0));
      expect(response.headers.get("x-wye-cost")).toBe(`${cost} USD`);
      expect(row).toMatchObject({ purpose: "api", status: "exact" });
      const final = await client.messages.stream({ model, max_tokens: 99, messages }).finalMessage();
      expect(final.content.at(-1)).toMatchObject({ type: "text", text: TEXT });
      const events = await Array.fromAsync(
        await client.messages.create({ model, max_tokens: 99, messages, stream: true }),
      );
      const told = events.find(({ type }) => type === "message_delta");
      expect(told).toMatchObject({ usage: { cost, currency: "USD" } });
      expect(JSON.stringify(world.upstream.calls[0]?.body)).toContain("Be brief.");
    });

    test("calls tools, and is told what they said", async () => {
      const client = clientOf(await world.program());
      const input = { city: "Paris" };
      world.upstream.script(idOf(model), {
        text: "",
        toolCall: { name: "weather", input: JSON.stringify(input) },
      });
      const ask = { model, max_tokens: 99, tools: [TOOL] };
      const whole = await client.messages.create({ ...ask, messages });
      expect(whole.stop_reason).toBe("tool_use");
      const [call] = whole.content;
      expect(call).toMatchObject({ type: "tool_use", name: "weather", input });
      const streamed = await client.messages.stream({ ...ask, messages }).finalMessage();
      expect(streamed.content).toMatchObject([{ type: "tool_use", name: "weather", input }]);
      if (call?.type !== "tool_use") throw new Error("no call");
      world.upstream.script(idOf(model), { text: "It rains." });
      const after = await client.messages.create({
        ...ask,
        messages: [
          ...messages,
          { role: "assistant", content: whole.content },
          {
            role: "user",
            content: [{ type: "tool_result", tool_use_id: call.id, content: "rain in sight" }],
          },
        ],
      });
      expect(after.content).toMatchObject([{ type: "text", text: "It rains." }]);
      expect(JSON.stringify(world.upstream.calls.at(-1)?.body)).toContain("rain in sight");
    });
  },
);

test("a cache hint reaches the vendor that has them", async () => {
  const client = clientOf(await world.program());
  await client.messages.create({
    ...{ model: "anthropic/claude-sonnet-4-5", max_tokens: 9, messages },
    system: [{ type: "text", text: "A long rule.", cache_control: { type: "ephemeral" } }],
  });
  expect(world.upstream.calls.at(-1)?.body).toMatchObject({
    system: [{ type: "text", text: "A long rule.", cache_control: { type: "ephemeral" } }],
  });
});

test("a failure is told in Anthropic's shape", async () => {
  const client = clientOf(await world.program());
  const ask = (model: string) => client.messages.create({ model, max_tokens: 9, messages });
  await expect(ask("no/such")).rejects.toMatchObject({
    ...{ status: 404, error: { type: "error", error: { type: "not_found_error" } } },
  });
  world.upstream.script("gpt-4o-mini", { fault: "rate_limit", retryAfterSeconds: 1 });
  await expect(ask("openai/gpt-4o-mini")).rejects.toMatchObject({ status: 429 });
  const body = { model: "openai/gpt-4o-mini", max_tokens: 9, messages, context_management: {} };
  await expect(client.post("/v1/messages", { body })).rejects.toMatchObject({ status: 400 });
});
