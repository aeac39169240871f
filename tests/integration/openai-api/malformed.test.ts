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

async function send(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${world.url}/api/v1/chat/completions`, {
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

test("whatever is sent is answered in JSON, charges nothing it should not, and leaves nothing open", async () => {
  const value = fc.oneof(fc.jsonValue(), fc.constant(fine.messages));
  const field = fc.constantFrom(
    ...["model", "messages", "stream", "tools", "tool_choice", "response_format", "stop", "n", "seed"],
    ...["stream_options", "models", "max_tokens", "temperature", "reasoning_effort", "logprobs"],
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(field, value), async (changes) => {
      const response = await send(JSON.stringify({ ...fine, ...changes }));
      if (response.ok) await response.text();
      else {
        expect(response.status).not.toBe(500);
        await refusal(response);
      }
    }),
    { numRuns: 60 },
  );
  const [left] = await world.db.execute<{ open: number }>(sql`select count(*)::int as open from call`);
  expect(left?.open).toBe(0);
});
