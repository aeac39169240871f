import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ApiWorld, DIRECT, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
beforeAll(async () => {
  world = await openApiWorld(DIRECT);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.upstream.reset();
  program = await world.program();
});

const NEVER = new Promise<void>(() => undefined);
const messages = [{ role: "user", content: "Hi" }];
const WIRES: readonly [path: string, model: string, body: object][] = [
  ["chat/completions", "openai/gpt-4o-mini", { messages }],
  ["chat/completions", "anthropic/claude-sonnet-4-5", { messages }],
  ["responses", "direct/gpt-4.1-mini", { input: "Hi" }],
  ["responses", "anthropic/claude-sonnet-4-5", { input: "Hi" }],
  ["messages", "openai/gpt-4o-mini", { messages, max_tokens: 99 }],
];
const idOf = (name: string) => name.slice(name.indexOf("/") + 1);

/** Asks, and leaves when told to. */
function ask(path: string, body: object): { response: Promise<Response | null>; leave: () => void } {
  const client = new AbortController();
  const asked = fetch(`${world.url}/api/v1/${path}`, {
    ...{ method: "POST", signal: client.signal, body: JSON.stringify(body) },
    headers: { authorization: `Bearer ${program.key}`, "content-type": "application/json" },
  });
  return { response: asked.catch(() => null), leave: () => client.abort() };
}

const upstreamLeft = () =>
  expect.poll(() => world.upstream.calls.at(-1)?.disconnectedAt ?? null, { timeout: 5_000 }).not.toBeNull();
const settled = () => expect.poll(program.rows, { timeout: 5_000 });

describe.each(WIRES)("%s of %s", (path, model, body) => {
  test.each([true, false])("left before the first word (stream: %s)", async (stream) => {
    world.upstream.script(idOf(model), { hold: { afterTokens: 0, released: NEVER } });
    const { response, leave } = ask(path, { model, stream, ...body });
    await expect.poll(() => world.upstream.calls.length).toBe(1);
    leave();
    expect(await response).toBeNull();
    await upstreamLeft();
    await settled().toMatchObject([{ outcome: "stopped", keyId: program.keyId }]);
  });

  test("left in mid-stream", async () => {
    world.upstream.script(idOf(model), { hold: { afterTokens: 3, released: NEVER } });
    const { response, leave } = ask(path, { model, stream: true, ...body });
    const reader = (await response)?.body?.getReader();
    const heard: Uint8Array[] = [];
    while (!Buffer.concat(heard).includes("the"))
      heard.push((await reader?.read())?.value ?? new Uint8Array());
    leave();
    await upstreamLeft();
    await settled().toMatchObject([{ outcome: "stopped", status: "estimated" }]);
    expect((await program.rows())[0]?.outputTokens).toBeGreaterThan(0);
  });

  test("left while another is asked", async () => {
    world.upstream.script(idOf(model), { fault: "server_error" }, { once: true });
    world.upstream.script(idOf(model), { hold: { afterTokens: 0, released: NEVER } });
    const { leave } = ask(path, { model, stream: true, ...body });
    await expect.poll(() => world.upstream.calls.length, { timeout: 5_000 }).toBe(2);
    leave();
    await upstreamLeft();
    await settled().toMatchObject([{ outcome: "stopped" }, { outcome: "failed" }]);
  });
});

describe("embeddings", () => {
  const body = { model: "openai/text-embedding-3-small", input: "Hi" };

  test("left before the answer", async () => {
    world.upstream.script(idOf(body.model), { hold: { afterTokens: 0, released: NEVER } });
    const { leave } = ask("embeddings", body);
    await expect.poll(() => world.upstream.calls.length).toBe(1);
    leave();
    await upstreamLeft();
    await settled().toMatchObject([{ outcome: "stopped", purpose: "embedding" }]);
  });

  test("left while it is asked again", async () => {
    world.upstream.script(idOf(body.model), { fault: "server_error" }, { once: true });
    world.upstream.script(idOf(body.model), { hold: { afterTokens: 0, released: NEVER } });
    const { leave } = ask("embeddings", body);
    await expect.poll(() => world.upstream.calls.length, { timeout: 5_000 }).toBe(2);
    leave();
    await upstreamLeft();
    await settled().toMatchObject([{ outcome: "stopped" }, { outcome: "failed" }]);
  });
});
