import type OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
beforeAll(async () => {
  world = await openApiWorld();
  program = await world.program();
});
afterAll(() => world.close());
beforeEach(() => world.upstream.reset());

type Field = keyof OpenAI.ChatCompletionCreateParams;

interface Case {
  value: unknown;
  /** At a vendor that speaks the wire; `own`: Wye writes it anew. */
  same: "passed" | "refused" | "own";
  /** At one that does not: refused by name; sent in its own words, which hold these; or of no meaning to the answer. */
  other: "refused" | "nothing" | { sent: readonly string[] };
  /** What it needs beside it. */
  with?: object;
}

const tools = [{ type: "function", function: { name: "weather", parameters: { type: "object" } } }];
const schema = { type: "object", properties: { city: { type: "string" } } };

/** Every field that OpenAI's package knows: one that it learns fails to compile until it stands here. */
const FIELDS: Record<Field, Case> = {
  messages: {
    value: [{ role: "user", content: "What is here?" }],
    ...{ same: "passed", other: { sent: ["What is here?"] } },
  },
  model: { value: undefined, same: "own", other: "nothing" },
  audio: { value: { voice: "alloy", format: "mp3" }, same: "passed", other: "refused" },
  frequency_penalty: { value: 0.5, same: "passed", other: "nothing" },
  function_call: { value: "auto", same: "passed", other: "refused" },
  functions: { value: [{ name: "weather" }], same: "passed", other: "refused" },
  logit_bias: { value: { "50256": -100 }, same: "passed", other: "refused" },
  logprobs: { value: true, same: "passed", other: "refused" },
  max_completion_tokens: { value: 77, same: "passed", other: { sent: ["77"] } },
  max_tokens: { value: 78, same: "passed", other: { sent: ["78"] } },
  metadata: { value: { a: "b" }, same: "passed", other: "nothing" },
  modalities: { value: ["text", "audio"], same: "passed", other: "refused" },
  moderation: { value: { model: "omni-moderation-latest" }, same: "passed", other: "refused" },
  n: { value: 2, same: "passed", other: "refused" },
  parallel_tool_calls: { value: false, same: "passed", other: "refused" },
  prediction: { value: { type: "content", content: "x" }, same: "passed", other: "refused" },
  presence_penalty: { value: 0.5, same: "passed", other: "nothing" },
  prompt_cache_key: { value: "k", same: "passed", other: "nothing" },
  prompt_cache_options: { value: { ttl: "30m" }, same: "passed", other: "refused" },
  prompt_cache_retention: { value: "24h", same: "passed", other: "nothing" },
  reasoning_effort: { value: "low", same: "passed", other: "nothing" },
  response_format: {
    value: { type: "json_schema", json_schema: { name: "place", schema } },
    ...{ same: "passed", other: { sent: ["city"] } },
  },
  safety_identifier: { value: "s", same: "passed", other: "nothing" },
  seed: { value: 7, same: "passed", other: "nothing" },
  service_tier: { value: "flex", same: "passed", other: "refused" },
  stop: { value: ["END"], same: "passed", other: { sent: ["END"] } },
  store: { value: true, same: "passed", other: "refused" },
  stream: { value: true, same: "own", other: "nothing" },
  stream_options: { value: { include_usage: true }, same: "own", other: "nothing", with: { stream: true } },
  temperature: { value: 0.25, same: "passed", other: { sent: ["0.25"] } },
  tool_choice: { value: "required", same: "passed", other: { sent: ['"any"'] }, with: { tools } },
  tools: { value: tools, same: "passed", other: { sent: ["weather"] } },
  top_logprobs: { value: 3, same: "passed", other: "refused", with: { logprobs: true } },
  top_p: { value: 0.75, same: "passed", other: { sent: ["0.75"] } },
  user: { value: "u", same: "passed", other: "nothing" },
  verbosity: { value: "low", same: "passed", other: "refused" },
  web_search_options: { value: {}, same: "refused", other: "refused" },
};

async function send(model: string, field: string, { value, with: more }: Case): Promise<Response> {
  const body = {
    ...{ model, messages: [{ role: "user", content: "Hi" }], ...more },
    ...(value !== undefined && { [field]: value }),
  };
  return fetch(`${world.url}/api/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${program.key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function expectRefusal(response: Response, field: string): Promise<void> {
  expect(response.status).toBe(400);
  const { error } = (await response.json()) as { error: Record<string, unknown> };
  expect(error).toMatchObject({ type: "invalid_request_error", code: "unsupported_parameter" });
  // Where several are refused the first is named.
  expect([field, "logprobs"]).toContain(String(error.param).split(".")[0]);
  expect(world.upstream.calls).toEqual([]);
}

const CASES = Object.entries(FIELDS);

describe("at a vendor that speaks the wire", () => {
  test.each(CASES)("%s is passed as it is, or refused by name", async (field, it) => {
    const response = await send("openai/gpt-4o-mini", field, it);
    if (it.same === "refused") return await expectRefusal(response, field);
    expect([response.status, await response.text()]).toMatchObject([200, expect.stringContaining("Hello")]);
    if (it.same === "passed") expect(world.upstream.calls.at(-1)?.body).toMatchObject({ [field]: it.value });
  });
});

describe("at another", () => {
  test.each(CASES)("%s is sent in its words, refused by name, or means nothing", async (field, it) => {
    const response = await send("anthropic/claude-sonnet-4-5", field, it);
    if (it.other === "refused") return await expectRefusal(response, field);
    expect([response.status, await response.text()]).toMatchObject([200, expect.stringContaining("Hello")]);
    const sent = JSON.stringify(world.upstream.calls.at(-1)?.body);
    for (const words of it.other === "nothing" ? [] : it.other.sent) expect(sent).toContain(words);
  });
});
