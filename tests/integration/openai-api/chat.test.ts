import { setTimeout as sleep } from "node:timers/promises";
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
const TOOLS = [
  {
    type: "function" as const,
    function: { name: "weather", parameters: { type: "object", properties: { city: { type: "string" } } } },
  },
];
const CALL = { name: "weather", input: '{"city":"Paris"}' };
/** One whose vendor speaks the client's wire, and one whose does not. */
const MODELS = ["openai/gpt-4o-mini", "anthropic/claude-sonnet-4-5"] as const;
const idOf = (name: string) => name.slice(name.indexOf("/") + 1);

async function costOf({ rows }: Program): Promise<string> {
  const [row] = await rows();
  return row?.costPico ? picoToDecimal(BigInt(row.costPico)) : "";
}

describe.each(MODELS)("%s", (model) => {
  test("answers in one piece, and says what it was, what it cost and why", async () => {
    const program = await world.program();
    world.upstream.script(idOf(model), { cacheReadTokens: 5, reasoning: "Let me see." });
    const { data, response } = await program.client.chat.completions
      .create({ model, messages })
      .withResponse();
    expect(data.choices).toMatchObject([
      {
        message: { role: "assistant", content: TEXT, reasoning_content: "Let me see." },
        finish_reason: "stop",
      },
    ]);
    const [row, ...more] = await program.rows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      ...{ purpose: "api", outcome: "complete", status: "exact", keyId: program.keyId },
    });
    expect(data.usage).toMatchObject({ prompt_tokens: 17, prompt_tokens_details: { cached_tokens: 5 } });
    expect(response.headers.get("x-wye-cost")).toBe(`${await costOf(program)} USD`);
    expect(response.headers.get("x-wye-model")).toBe(model);
    expect(response.headers.get("x-wye-decision")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("streams, with the exact cost in the last usage where that was asked for", async () => {
    const program = await world.program();
    const stream = await program.client.chat.completions.create({
      ...{ model, messages, stream: true, stream_options: { include_usage: true } },
    });
    const chunks = await Array.fromAsync(stream);
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toBe(TEXT);
    expect(chunks.filter(({ usage }) => usage)).toHaveLength(1);
    const last = chunks.at(-1);
    expect(last?.choices).toEqual([]);
    expect(last?.usage).toMatchObject({ prompt_tokens: 12, cost: await costOf(program), currency: "USD" });
    expect(chunks.flatMap(({ choices }) => choices.flatMap((one) => one.finish_reason ?? []))).toEqual([
      "stop",
    ]);
  });

  test("streams without usage where that was not asked for, and is accounted for all the same", async () => {
    const program = await world.program();
    const stream = await program.client.chat.completions.create({ model, messages, stream: true });
    const chunks = await Array.fromAsync(stream);
    expect(chunks.some(({ usage }) => usage)).toBe(false);
    expect(chunks.every(({ choices }) => choices.length === 1)).toBe(true);
    expect(await program.rows()).toMatchObject([{ status: "exact", outcome: "complete" }]);
  });

  test("calls a tool, streamed and not, and is told what it said", async () => {
    const { client } = await world.program();
    world.upstream.script(idOf(model), { toolCall: CALL, text: "" });
    const whole = await client.chat.completions.create({ model, messages, tools: TOOLS });
    const [choice] = whole.choices;
    expect(choice?.finish_reason).toBe("tool_calls");
    const [call] = choice?.message.tool_calls ?? [];
    expect(call).toMatchObject({ type: "function", function: { name: "weather", arguments: CALL.input } });
    const runner = client.chat.completions.stream({ model, messages, tools: TOOLS });
    const final = await runner.finalChatCompletion();
    expect(final.choices[0]?.message.tool_calls).toMatchObject([
      { function: { name: "weather", arguments: CALL.input } },
    ]);
    if (!choice || !call) throw new Error("no call");
    world.upstream.script(idOf(model), { text: "It rains." });
    const after = await client.chat.completions.create({
      ...{ model, tools: TOOLS, tool_choice: "auto" },
      messages: [...messages, choice.message, { role: "tool", tool_call_id: call.id, content: "rain" }],
    });
    expect(after.choices[0]?.message.content).toBe("It rains.");
    expect(JSON.stringify(world.upstream.calls.at(-1)?.body)).toContain("rain");
  });

  test("is sent a picture, stop words and a seed in its vendor's own terms", async () => {
    const { client } = await world.program();
    const pixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    await client.chat.completions.create({
      model,
      stop: ["END"],
      max_completion_tokens: 77,
      messages: [
        {
          role: "user",
          content: [
            { type: "text", text: "What is it?" },
            { type: "image_url", image_url: { url: `data:image/png;base64,${pixel}` } },
          ],
        },
      ],
    });
    const sent = JSON.stringify(world.upstream.calls.at(-1)?.body);
    for (const part of [pixel, "END", "77", "What is it?"]) expect(sent).toContain(part);
  });

  test("stops when its client leaves, and what it said is accounted for", async () => {
    const program = await world.program();
    world.upstream.script(idOf(model), { hold: { afterTokens: 2, released: new Promise(() => undefined) } });
    const stream = await program.client.chat.completions.create({ model, messages, stream: true });
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content?.startsWith("from")) break;
    }
    await expect.poll(() => world.upstream.calls.at(-1)?.disconnectedAt).not.toBeNull();
    await expect.poll(program.rows).toMatchObject([{ outcome: "stopped", status: "estimated" }]);
    const [row] = await program.rows();
    expect(row?.outputTokens).toBeGreaterThan(0);
  });

  test("tells a break in mid-stream as an error, and keeps what it cost", async () => {
    const program = await world.program();
    world.upstream.script(idOf(model), { fault: "cut" });
    const stream = await program.client.chat.completions.create({ model, messages, stream: true });
    const said: string[] = [];
    const reading = (async () => {
      for await (const chunk of stream) said.push(chunk.choices[0]?.delta.content ?? "");
    })();
    await expect(reading).rejects.toThrow();
    expect(said.join("")).toMatch(/^Hello from the /);
    expect(await program.rows()).toMatchObject([{ outcome: "failed", status: "estimated" }]);
  });

  test.each([
    ["rate_limit", 429, "rate_limit_exceeded"],
    ["unauthorized", 502, "vendor_key_rejected"],
    ["context_length", 400, "context_length_exceeded"],
    ["bad_request", 400, "vendor_refused"],
  ] as const)("%s is told as %i %s, without a word of the vendor's", async (fault, status, code) => {
    const { client } = await world.program();
    world.upstream.script(idOf(model), { fault, retryAfterSeconds: 1 });
    for (const stream of [true, false]) {
      const refused = client.chat.completions.create({ model, messages, stream });
      await expect(refused).rejects.toMatchObject({ status, code });
    }
  });
});

test.each(MODELS)("%s: when the vendor wants to be asked again is passed on", async (model) => {
  const { client } = await world.program();
  world.upstream.script(idOf(model), { fault: "rate_limit", retryAfterSeconds: 3_600 });
  const refused = await client.chat.completions.create({ model, messages }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 429, type: "rate_limit_error" });
  const { headers } = refused as { headers: Headers };
  expect(headers.get("retry-after")).toBe("3600");
});

describe("where the vendor speaks the client's wire", () => {
  test("the vendor's bytes pass as they are", async () => {
    const { key } = await world.program();
    world.upstream.script("gpt-4o-mini", { text: "äö 你好 word", torn: true, reasoning: "Hm." });
    const body = { messages, stream: true, stream_options: { include_usage: false } };
    const direct = await raw(`${world.upstream.baseUrl("openai")}/chat/completions`, "good-key", {
      ...{ ...body, model: "gpt-4o-mini" },
    });
    const through = await raw(`${world.url}/api/v1/chat/completions`, key, {
      ...{ ...body, model: "openai/gpt-4o-mini" },
    });
    expect(through).toBe(direct);
  });

  test("fields that Wye does not know reach the vendor", async () => {
    const { client } = await world.program();
    const more = { logprobs: true, top_logprobs: 3, n: 2, my_own_field: { deep: [1] } };
    await client.chat.completions.create({ model: "openai/gpt-4o-mini", messages, ...more });
    expect(world.upstream.calls.at(-1)?.body).toEqual({ model: "gpt-4o-mini", messages, ...more });
  });
});

describe("where it does not", () => {
  test.each([
    ["n", { n: 2 }],
    ["logprobs", { logprobs: true }],
    ["my_own_field", { my_own_field: 1 }],
    ["messages.0.content.0", { messages: [{ role: "user", content: [{ type: "video", video: "x" }] }] }],
  ])("%s is refused by its name, and nobody is asked", async (param, more) => {
    const program = await world.program();
    const body = { model: "anthropic/claude-sonnet-4-5", messages, ...more };
    const refused = program.client.post("/chat/completions", { body });
    await expect(refused).rejects.toMatchObject({ status: 400, code: "unsupported_parameter", param });
    expect(world.upstream.calls).toEqual([]);
    expect(await program.rows()).toEqual([]);
  });
});

describe("names", () => {
  test("a bare name is whose it is alone, and refused where two have it", async () => {
    const { client } = await world.program();
    const ask = (model: string) => client.chat.completions.create({ model, messages }).withResponse();
    expect((await ask("claude-sonnet-4-5")).response.headers.get("x-wye-model")).toBe(
      "anthropic/claude-sonnet-4-5",
    );
    await expect(ask("both")).rejects.toMatchObject({ status: 400, param: "model" });
    await expect(ask("nothing/like-it")).rejects.toMatchObject({ status: 404, code: "model_not_found" });
  });

  test("a mode is decided as in a chat", async () => {
    const { client } = await world.program();
    for (const model of ["knowledge", "reasoning", "auto"]) {
      const { response } = await client.chat.completions.create({ model, messages }).withResponse();
      expect(response.headers.get("x-wye-mode")).toMatch(/^(knowledge|reasoning)$/);
    }
  });

  test("of several models the next answers where the first fails", async () => {
    const program = await world.program();
    world.upstream.script("local-1", { fault: "server_error" });
    const body = { models: ["house/local-1", "openai/gpt-4o-mini"], messages };
    const answered: unknown = await program.client.post("/chat/completions", { body });
    expect(answered).toMatchObject({ choices: [{ message: { content: TEXT } }] });
    const outcomes = (await program.rows()).map(({ model, outcome }) => [model, outcome]);
    expect(outcomes[0]).toEqual(["gpt-4o-mini", "complete"]);
    expect(outcomes.slice(1).every(([model, outcome]) => model === "local-1" && outcome === "failed")).toBe(
      true,
    );
  });
});

test("a model is told by its name", async () => {
  const { client } = await world.program();
  expect(await client.models.retrieve("openai/gpt-4o-mini")).toMatchObject({
    ...{ id: "openai/gpt-4o-mini", object: "model", owned_by: "openai" },
  });
  await expect(client.models.retrieve("no/such")).rejects.toMatchObject({ status: 404 });
});

async function raw(url: string, key: string, body: object): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await sleep(0);
  return response.text();
}
