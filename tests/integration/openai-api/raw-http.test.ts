import { connect } from "node:net";
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

const BODY = JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] });

/** Says these bytes to the server. @returns what it says until it hangs up */
async function say(bytes: string): Promise<string> {
  const { port, hostname } = new URL(world.url);
  const socket = connect(Number(port), hostname);
  const heard: Buffer[] = [];
  socket.on("data", (data) => heard.push(data));
  // It may be reset in the middle of what is said.
  socket.on("error", () => socket.destroy());
  socket.end(Buffer.from(bytes, "latin1"));
  await new Promise((resolve) => socket.once("close", resolve));
  return Buffer.concat(heard).toString("latin1");
}

function request(headers: readonly string[], body: string): string {
  const own = ["host: localhost", `authorization: Bearer ${program.key}`, "connection: close"];
  return ["POST /api/v1/chat/completions HTTP/1.1", ...own, ...headers, "", body].join("\r\n");
}

const length = `content-length: ${BODY.length}`;
const chunked = "transfer-encoding: chunked";
const chunks = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`;

test.each<[string, string[], string]>([
  ["two lengths that differ", [length, "content-length: 5"], BODY],
  ["a length and chunks", [length, chunked], chunks],
  ["chunks and a length", [chunked, length], chunks],
  ["a length that is no number", ["content-length: 5x"], BODY],
  ["a length below zero", ["content-length: -1"], BODY],
  ["chunks within what is no encoding", ["transfer-encoding: chunked, identity"], chunks],
  ["a chunk of no length", [chunked], `zz\r\n${BODY}\r\n0\r\n\r\n`],
  ["a header with a bare line break", ["x-a: b\nx-c: d", length], BODY],
  ["a header name with a space", ["content-length : 5", length], BODY],
  ["a byte of nought in a header", ["x-a: \u0000", length], BODY],
  ["headers without end", Array.from({ length: 3_000 }, (_, nth) => `x-${nth}: ${"y".repeat(20)}`), BODY],
])("%s is refused, and nobody is asked", async (_name, headers, body) => {
  world.upstream.reset();
  const said = await say(request(headers, body));
  expect(said).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  expect(world.upstream.calls).toEqual([]);
  expect(await program.rows()).toEqual([]);
});

test("a body that is shorter than it said asks nobody", async () => {
  world.upstream.reset();
  const said = await say(request(["content-length: 100000"], BODY));
  expect(said).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  expect(world.upstream.calls).toEqual([]);
});

test("whatever bytes come, the server answers the next request, and charges nothing", async () => {
  world.upstream.reset();
  const noise = fc.string({ unit: "binary", maxLength: 60 }).map((text) => text.slice(0, 60));
  const header = fc.oneof(
    fc.constantFrom(length, chunked, "content-length: 0", "expect: 100-continue", "upgrade: h2c"),
    fc.tuple(noise, noise).map(([name, value]) => `${name}: ${value}`),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(header, { maxLength: 4 }), noise, async (headers, body) => {
      const said = await say(request(headers, body));
      expect(said).toMatch(/^(HTTP\/1\.1 (4\d\d|100) |$)/);
      const json = /\r\n\r\n(\{[\s\S]*\})/.exec(said)?.[1];
      if (json) expect(JSON.parse(Buffer.from(json, "latin1").toString())).toHaveProperty("error.message");
    }),
    { numRuns: 80, seed: 8 },
  );
  expect(world.upstream.calls).toEqual([]);
  expect(await program.rows()).toEqual([]);
  expect((await program.client.models.list()).data.length).toBeGreaterThan(0);
});
