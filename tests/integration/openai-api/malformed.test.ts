import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
beforeAll(async () => {
  world = await openApiWorld();
  program = await world.program();
});
afterAll(() => world.close());

async function send(
  body: BodyInit,
  headers: Record<string, string> = {},
  path = "chat/completions",
): Promise<Response> {
  return fetch(`${world.url}/api/v1/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${program.key}`, "content-type": "application/json", ...headers },
    body,
  });
}

async function refusal(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  expect(body).toEqual({
    error: {
      message: expect.stringMatching(/\S/),
      type: expect.stringMatching(/_error$/),
      param: expect.toSatisfy((param: unknown) => param === null || typeof param === "string"),
      code: expect.stringMatching(/^[a-z_]+$/),
    },
  });
  return body;
}

const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const fine = { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] };

test.each<[string, number, BodyInit]>([
  ["nothing", 400, ""],
  ["half of it", 400, '{"model":'],
  ["what is not UTF-8", 400, new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ["what nests without end", 400, deep(100_000)],
  ["an array", 400, "[]"],
  ["no messages", 400, JSON.stringify({ model: "auto" })],
  ["no model", 400, JSON.stringify({ messages: fine.messages })],
  ["a role that nobody has", 400, JSON.stringify({ ...fine, messages: [{ role: "king", content: "x" }] })],
  ["a number for a text", 400, JSON.stringify({ ...fine, messages: [{ role: "user", content: 1 }] })],
  ["a text for a number", 400, JSON.stringify({ ...fine, temperature: "hot" })],
  ["a count below one", 400, JSON.stringify({ ...fine, max_tokens: 0 })],
  ["an unknown choice", 400, JSON.stringify({ ...fine, reasoning_effort: "heroic" })],
  ["a body without end", 413, "x".repeat(33 * 1024 * 1024)],
])("%s is refused with %i, and nobody is asked", async (_name, status, body) => {
  world.upstream.reset();
  const response = await send(body);
  await refusal(response);
  expect(response.status).toBe(status);
  expect(world.upstream.calls).toEqual([]);
});

test("a field of the wrong type is named", async () => {
  const body = await refusal(await send(JSON.stringify({ ...fine, stream: "yes" })));
  expect(body).toMatchObject({ error: { param: "stream", type: "invalid_request_error" } });
});

test("without a key, or with one of nobody's, nothing is read", async () => {
  for (const authorization of ["", "Bearer", "Bearer sk-1", "Basic eDp5", `Bearer wye_${"x".repeat(64)}`]) {
    const response = await send(JSON.stringify(fine), { authorization });
    await refusal(response);
    expect(response.status).toBe(401);
  }
});

interface Wire {
  path: string;
  fine: Readonly<Record<string, unknown>>;
  fields: readonly string[];
}

const common = ["model", "stream", "tools", "tool_choice", "temperature", "top_p", "metadata"];
const WIRES: readonly Wire[] = [
  {
    ...{ path: "chat/completions", fine },
    fields: [
      ...[...common, "messages", "response_format", "stop", "n", "seed", "logprobs"],
      ...["stream_options", "models", "max_tokens", "reasoning_effort"],
    ],
  },
  {
    ...{ path: "responses", fine: { model: fine.model, input: "Hi" } },
    fields: [
      ...[...common, "models", "input", "instructions", "text", "reasoning", "max_output_tokens"],
      ...["include", "truncation", "store", "background", "previous_response_id", "conversation"],
    ],
  },
  {
    ...{ path: "messages", fine: { ...fine, max_tokens: 9 } },
    fields: [...common, "messages", "max_tokens", "system", "stop_sequences", "top_k", "thinking"],
  },
  {
    ...{ path: "embeddings", fine: { model: "openai/text-embedding-3-small", input: "Hi" } },
    fields: ["model", "input", "encoding_format", "dimensions", "user"],
  },
];

async function expectRefused(path: string, response: Response): Promise<void> {
  expect([400, 403, 404, 413]).toContain(response.status);
  if (path !== "messages") return void (await refusal(response));
  expect(await response.json()).toEqual({
    type: "error",
    error: { type: expect.stringMatching(/_error$/), message: expect.stringMatching(/\S/) },
  });
}

test.each(WIRES)(
  "$path: what is no request of its wire asks nobody",
  async ({ path, fine: usual, fields }) => {
    world.upstream.reset();
    const bodies: BodyInit[] = [
      ...["", '{"model":', "[]", "null", "7", "{}", deep(100_000), new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
      ...fields
        .filter((name) => name !== "metadata")
        .map((name) => JSON.stringify({ ...usual, [name]: -1.5 })),
    ];
    for (const body of bodies) {
      const response = await send(body, {}, path);
      if (response.ok) throw new Error(`${path} took ${String(body).slice(0, 200)}`);
      await expectRefused(path, response);
    }
    expect(world.upstream.calls).toEqual([]);
  },
);

const item = fc.record(
  {
    type: fc.constantFrom("message", "function_call", "function_call_output", "reasoning", "text", "image"),
    role: fc.constantFrom("user", "assistant", "tool"),
    content: fc.jsonValue(),
    call_id: fc.string(),
    arguments: fc.string(),
    output: fc.jsonValue(),
    summary: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

test.each(WIRES)(
  "$path: whatever is sent is answered in JSON, and leaves nothing open",
  async ({ path, fine: usual, fields }) => {
    const value = fc.oneof(fc.jsonValue(), fc.array(item, { maxLength: 3 }));
    const changed = fc.dictionary(fc.constantFrom(...fields), value);
    await fc.assert(
      fc.asyncProperty(changed, async (changes) => {
        const response = await send(JSON.stringify({ ...usual, ...changes }), {}, path);
        if (response.ok) await response.text();
        else await expectRefused(path, response);
      }),
      { numRuns: 60 },
    );
    const [left] = await world.db.execute<{ open: number }>(sql`select count(*)::int as open from call`);
    expect(left?.open).toBe(0);
  },
);
