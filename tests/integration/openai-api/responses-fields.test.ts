import type OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ApiWorld, DIRECT, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
beforeAll(async () => {
  world = await openApiWorld(DIRECT);
  program = await world.program();
});
afterAll(() => world.close());
beforeEach(() => world.upstream.reset());

type Field = keyof OpenAI.Responses.ResponseCreateParams;

interface Case {
  value: unknown;
  /** At a vendor that speaks the wire; `own`: Wye writes it anew. */
  same: "passed" | "refused" | "own";
  /** At one that does not: refused by name; sent in its own words, which hold these; or of no meaning to the answer. */
  other: "refused" | "nothing" | { sent: readonly string[] };
}

const schema = { type: "object", properties: { city: { type: "string" } } };
const tools = [{ type: "function", name: "weather", parameters: schema, strict: false }];
const refused = { same: "refused", other: "refused" } as const;

/** Every field that OpenAI's package knows: one that it learns fails to compile until it stands here. */
const FIELDS: Record<Field, Case> = {
  access_programs: { value: [], same: "passed", other: "refused" },
  background: { value: true, ...refused },
  background_options: { value: {}, same: "passed", other: "refused" },
  context_management: { value: [{ type: "compaction" }], same: "passed", other: "refused" },
  conversation: { value: "conv_1", ...refused },
  image: { value: {}, same: "passed", other: "refused" },
  include: { value: ["reasoning.encrypted_content"], same: "passed", other: "refused" },
  input: { value: "What is here?", same: "passed", other: { sent: ["What is here?"] } },
  instructions: { value: "Be brief.", same: "passed", other: { sent: ["Be brief."] } },
  max_output_tokens: { value: 77, same: "passed", other: { sent: ["77"] } },
  max_tool_calls: { value: 3, same: "passed", other: "refused" },
  metadata: { value: { a: "b" }, same: "passed", other: "nothing" },
  model: { value: undefined, same: "own", other: "nothing" },
  moderation: { value: { model: "omni-moderation-latest" }, same: "passed", other: "refused" },
  parallel_tool_calls: { value: false, same: "passed", other: "refused" },
  previous_response_id: { value: "resp_1", ...refused },
  prompt: { value: { id: "pmpt_1" }, ...refused },
  prompt_cache_key: { value: "k", same: "passed", other: "nothing" },
  prompt_cache_options: { value: { ttl: "30m" }, same: "passed", other: "refused" },
  prompt_cache_retention: { value: "24h", same: "passed", other: "nothing" },
  reasoning: { value: { effort: "low", summary: "auto" }, same: "passed", other: "nothing" },
  safety_identifier: { value: "s", same: "passed", other: "nothing" },
  service_tier: { value: "flex", same: "passed", other: "refused" },
  store: { value: true, ...refused },
  stream: { value: true, same: "own", other: "nothing" },
  stream_options: { value: { include_obfuscation: false }, same: "passed", other: "nothing" },
  temperature: { value: 0.25, same: "passed", other: { sent: ["0.25"] } },
  text: {
    value: { format: { type: "json_schema", name: "place", schema } },
    ...{ same: "passed", other: { sent: ["city"] } },
  },
  tool_choice: { value: "required", same: "passed", other: "nothing" },
  tools: { value: tools, same: "passed", other: { sent: ["weather", "city"] } },
  top_logprobs: { value: 3, same: "passed", other: "refused" },
  top_p: { value: 0.75, same: "passed", other: { sent: ["0.75"] } },
  truncation: { value: "auto", same: "passed", other: "refused" },
  user: { value: "u", same: "passed", other: "nothing" },
};

async function send(model: string, changes: object): Promise<Response> {
  return fetch(`${world.url}/api/v1/responses`, {
    method: "POST",
    headers: { authorization: `Bearer ${program.key}`, "content-type": "application/json" },
    body: JSON.stringify({ model, input: "Hi", ...changes }),
  });
}

async function expectRefusal(response: Response, param: string): Promise<void> {
  expect(response.status).toBe(400);
  const { error } = (await response.json()) as { error: Record<string, unknown> };
  expect(error).toMatchObject({ type: "invalid_request_error", code: "unsupported_parameter", param });
  expect(world.upstream.calls).toEqual([]);
}

const CASES = Object.entries(FIELDS);
const changeOf = (field: string, value: unknown) => (value === undefined ? {} : { [field]: value });

describe("at a vendor that speaks the wire", () => {
  test.each(CASES)("%s is passed as it is, or refused by name", async (field, { value, same }) => {
    const response = await send("direct/gpt-4.1-mini", changeOf(field, value));
    if (same === "refused") return await expectRefusal(response, field);
    expect([response.status, await response.text()]).toMatchObject([200, expect.stringContaining("Hello")]);
    const sent = world.upstream.calls.at(-1)?.body;
    expect(sent).toMatchObject({ store: false });
    if (same === "passed") expect(sent).toMatchObject({ [field]: value });
  });
});

describe("at another", () => {
  test.each(CASES)("%s is sent in its words, refused by name, or means nothing", async (field, it) => {
    const response = await send("anthropic/claude-sonnet-4-5", changeOf(field, it.value));
    if (it.other === "refused") return await expectRefusal(response, field);
    expect([response.status, await response.text()]).toMatchObject([200, expect.stringContaining("Hello")]);
    const sent = JSON.stringify(world.upstream.calls.at(-1)?.body);
    for (const words of it.other === "nothing" ? [] : it.other.sent) expect(sent).toContain(words);
  });

  test.each<[string, object]>([
    ["text.verbosity", { text: { verbosity: "low" } }],
    ["tools.0.type", { tools: [{ type: "custom", name: "x" }] }],
    ["input.0.type", { input: [{ type: "computer_call", call_id: "c" }] }],
    [
      "input.1.encrypted_content",
      {
        input: [
          { role: "user", content: "x" },
          { type: "reasoning", id: "rs", summary: [], encrypted_content: "x" },
        ],
      },
    ],
    [
      "input.0.content.0",
      { input: [{ role: "user", content: [{ type: "input_image", file_id: "file_1" }] }] },
    ],
    ["input.0.arguments", { input: [{ type: "function_call", call_id: "c", name: "x", arguments: "{" }] }],
  ])("%s is refused by its place", async (param, changes) => {
    await expectRefusal(await send("anthropic/claude-sonnet-4-5", changes), param);
  });
});

test.each<[string, object]>([
  ["tools.0.type", { tools: [{ type: "web_search" }] }],
  ["input.0.type", { input: [{ type: "item_reference", id: "msg_1" }] }],
])("%s is refused wherever it would go", async (param, changes) => {
  await expectRefusal(await send("direct/gpt-4.1-mini", changes), param);
});

test("a picture, a file and a turn in several items are told in the vendor's words", async () => {
  const url = "data:image/png;base64,iVBORw0KGgo=";
  const file = "data:application/pdf;base64,JVBERi0xLjQK";
  const parts = [
    { type: "input_text", text: "What is it?" },
    { type: "input_image", image_url: url, detail: "auto" },
    { type: "input_file", file_data: file, filename: "a.pdf" },
  ];
  const call = (id: string) => ({ type: "function_call", call_id: id, name: "weather", arguments: "{}" });
  const gave = (id: string) => ({ type: "function_call_output", call_id: id, output: `rain in ${id}` });
  const input = [
    ...[
      { role: "user", content: parts },
      { role: "assistant", content: "Let me ask." },
    ],
    ...[call("c1"), call("c2"), gave("c1"), gave("c2")],
  ];
  for (const model of ["anthropic/claude-sonnet-4-5", "openai/gpt-4o-mini"]) {
    const response = await send(model, { input, tools });
    expect([response.status, await response.text()]).toMatchObject([200, expect.anything()]);
    const sent = JSON.stringify(world.upstream.calls.at(-1)?.body);
    for (const words of ["iVBORw0KGgo=", "JVBERi0xLjQK", "What is it?", "rain in c1", "rain in c2"])
      expect(sent).toContain(words);
    expect(sent.match(/"role":"assistant"/g)).toHaveLength(1);
  }
});
