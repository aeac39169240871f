import { OpenAIEmbeddings } from "@langchain/openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { upsertRoutingPolicy } from "@/db/queries/routing-policies";
import { DEFAULT_POLICY, type RoutingPolicy } from "@/lib/router/policy/policy";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.upstream.reset();
  program = await world.program();
});

const MODEL = "openai/text-embedding-3-small";
const keepPolicy = (policy: Partial<RoutingPolicy>) =>
  upsertRoutingPolicy(world.db, world.team.teamId, { ...DEFAULT_POLICY, ...policy });
const create = (body: object): Promise<unknown> => program.client.post("/embeddings", { body });

test("OpenAI's library gets vectors, at the cost of one row of the ledger", async () => {
  world.upstream.script("text-embedding-3-small", { inputTokens: 1_234 });
  const { data, response } = await program.client.embeddings
    .create({ model: MODEL, input: ["one", "two"], dimensions: 4, user: "u-1" })
    .withResponse();
  expect(data.data.map(({ embedding }) => [...embedding])).toEqual([
    [0, 0.25, 0.5, 0.75],
    [1, 1.25, 1.5, 1.75],
  ]);
  expect(data.usage).toEqual({ prompt_tokens: 1_234, total_tokens: 1_234 });
  // 1,234 tokens at $0.02 a million.
  expect(response.headers.get("x-wye-cost")).toBe("0.00002468 USD");
  expect(response.headers.get("x-wye-model")).toBe(MODEL);
  expect(await program.rows()).toMatchObject([
    {
      ...{ purpose: "embedding", outcome: "complete", status: "exact", mode: null },
      ...{ model: "text-embedding-3-small", inputTokens: 1_234, outputTokens: 0, costPico: "24680000" },
    },
  ]);
  expect(world.upstream.calls.at(-1)).toMatchObject({
    path: "/v1/embeddings",
    body: { model: "text-embedding-3-small", input: ["one", "two"], dimensions: 4, user: "u-1" },
  });
});

test("LangChain gets vectors", async () => {
  const configuration = { baseURL: `${world.url}/api/v1` };
  const embeddings = new OpenAIEmbeddings({
    model: MODEL,
    apiKey: program.key,
    configuration,
    maxRetries: 0,
  });
  expect(await embeddings.embedDocuments(["one", "two"])).toEqual([
    [0, 0.25, 0.5],
    [1, 1.25, 1.5],
  ]);
});

test.each([
  ["a text", "one"],
  ["texts", ["one", "two"]],
  ["tokens", [1, 2, 3]],
  ["tokens of several texts", [[1, 2], [3]]],
])("%s is sent as it is", async (_name, input) => {
  await create({ model: MODEL, input });
  expect(world.upstream.calls.at(-1)?.body).toEqual({ model: "text-embedding-3-small", input });
});

test("the vendor's bytes pass as they are", async () => {
  const body = { input: "one", encoding_format: "base64" };
  const post = (url: string, key: string, model: string) =>
    fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ ...body, model }),
    }).then((response) => response.text());
  const name = "text-embedding-3-small";
  const direct = await post(`${world.upstream.baseUrl("openai")}/embeddings`, "good", name);
  expect(await post(`${world.url}/api/v1/embeddings`, program.key, MODEL)).toBe(direct);
});

test("a host that knows no base64 is answered for in the form that was asked for", async () => {
  const model = "house/floats-only-embed";
  const base64 = await create({ model, input: "one", encoding_format: "base64" });
  const bytes = Buffer.from(new Float32Array([0, 0.25, 0.5]).buffer).toString("base64");
  expect(base64).toMatchObject({ data: [{ embedding: bytes }] });
  expect(await create({ model, input: "one" })).toMatchObject({ data: [{ embedding: [0, 0.25, 0.5] }] });
});

test("where the vendor reports no usage, what was sent is counted, and said to be an estimate", async () => {
  world.upstream.script("text-embedding-3-small", { reportUsage: false });
  await create({ model: MODEL, input: [[1, 2, 3], [4]] });
  await create({ model: MODEL, input: "some words here" });
  expect(await program.rows()).toMatchObject([
    { status: "estimated", inputTokens: 3 },
    { status: "estimated", inputTokens: 4 },
  ]);
});

test("what has no price is unpriced, never free", async () => {
  const body = { model: "house/my-embed", input: "one" };
  const { response } = await program.client.post("/embeddings", { body }).withResponse();
  expect(response.headers.get("x-wye-cost")).toBeNull();
  expect(await program.rows()).toMatchObject([{ status: "unpriced", costPico: null }]);
});

test("a bare name is enough where one provider has it, and the list has it", async () => {
  expect(await create({ model: "text-embedding-3-large", input: "one" })).toMatchObject({ object: "list" });
  const listed = (await Array.fromAsync(program.client.models.list())).map(({ id }) => id);
  expect(listed).toContain("openai/text-embedding-3-large");
});

describe("is refused", () => {
  test.each([
    ["a model that answers questions", { model: "openai/gpt-4o-mini" }, 400, "no_embeddings"],
    ["the same by its bare name", { model: "gpt-4o-mini" }, 400, "no_embeddings"],
    ["a vendor that makes none", { model: "anthropic/some-embed" }, 400, "no_embeddings"],
    ["a mode", { model: "auto" }, 400, "no_embeddings"],
    ["a model that nobody has", { model: "nobody/embed" }, 404, "model_not_found"],
    ["no input", { input: undefined }, 400, "invalid_value"],
    ["an empty text", { input: "" }, 400, "invalid_value"],
    ["a list of nothing", { input: [] }, 400, "invalid_value"],
    ["texts and tokens at once", { input: ["one", 1] }, 400, "invalid_value"],
    ["too many texts", { input: Array(2049).fill("x") }, 400, "invalid_value"],
    ["another form", { encoding_format: "int8" }, 400, "invalid_value"],
    ["no dimension", { dimensions: 0 }, 400, "invalid_value"],
  ])("%s, and nobody is asked", async (_name, change, status, code) => {
    await expect(create({ model: MODEL, input: "one", ...change })).rejects.toMatchObject({ status, code });
    expect(world.upstream.calls).toEqual([]);
    expect(await program.rows()).toEqual([]);
  });

  test("what a key is not for", async () => {
    program = await world.program({ models: ["house/*"] });
    await expect(create({ model: MODEL, input: "one" })).rejects.toMatchObject({ status: 403 });
    expect(await create({ model: "house/my-embed", input: "one" })).toMatchObject({ object: "list" });
    const listed = (await Array.fromAsync(program.client.models.list())).map(({ id }) => id);
    expect(listed.filter((id) => id.startsWith("openai/"))).toEqual([]);
  });

  test("what the team's policy blocks, as others that it does not speak of are not", async () => {
    await keepPolicy({ blocked: ["openai/*-small"] });
    await expect(create({ model: MODEL, input: "one" })).rejects.toMatchObject({ status: 403 });
    expect(await create({ model: "openai/text-embedding-3-large", input: "one" })).toMatchObject({
      object: "list",
    });
    await keepPolicy({ residency: "local" });
    await expect(create({ model: MODEL, input: "one" })).rejects.toMatchObject({ code: "model_residency" });
    await keepPolicy({});
  });
});

test.each([
  ["rate_limit", 429, "rate_limit_exceeded"],
  ["unauthorized", 502, "vendor_key_rejected"],
  ["context_length", 400, "context_length_exceeded"],
  ["bad_request", 400, "vendor_refused"],
  ["server_error", 502, "vendor_unavailable"],
  ["garbage", 502, "vendor_malformed"],
] as const)("%s is told as %i %s", async (fault, status, code) => {
  world.upstream.script("text-embedding-3-small", { fault, retryAfterSeconds: 1 });
  await expect(create({ model: MODEL, input: "one" })).rejects.toMatchObject({ status, code });
  const rows = await program.rows();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ outcome }) => outcome === "failed")).toBe(true);
});

test("stops when its client leaves, and what was sent is accounted for", async () => {
  world.upstream.script("text-embedding-3-small", {
    hold: { afterTokens: 0, released: new Promise(() => undefined) },
  });
  const left = new AbortController();
  const asking = program.client.embeddings.create(
    { model: MODEL, input: "some words here" },
    { signal: left.signal },
  );
  await expect.poll(() => world.upstream.calls.length).toBe(1);
  left.abort();
  await expect(asking).rejects.toThrow();
  await expect.poll(() => world.upstream.calls.at(-1)?.disconnectedAt).not.toBeNull();
  await expect
    .poll(program.rows)
    .toMatchObject([{ outcome: "stopped", status: "estimated", inputTokens: 3 }]);
});
