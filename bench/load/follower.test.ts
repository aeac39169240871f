import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { Follower } from "./follower";

const STREAM = 'data: {"type":"text-delta","delta":"One"}\n\ndata: [DONE]\n\n';

let server: Server | null = null;
afterEach(() => void server?.close());

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, "localhost");
  await once(server, "listening");
  return `http://localhost:${(server.address() as AddressInfo).port}/a?b=c`;
}

const ask = (url: string) =>
  ({ method: "GET", url, headers: {}, signal: AbortSignal.timeout(60_000) }) as const;

test("asks as told and reads to the end", async () => {
  const asked = Promise.withResolvers<object>();
  const url = await serve(async (request, response) => {
    asked.resolve({ path: request.url, cookie: request.headers.cookie, body: await text(request) });
    response.write(STREAM.slice(0, 20));
    setImmediate(() => response.end(STREAM.slice(20)));
  });
  const follower = new Follower();
  await follower.open({ ...ask(url), method: "POST", headers: { cookie: "who=me" }, body: "why? 为什么" });
  await follower.ended;
  expect(await asked.promise).toEqual({ path: "/a?b=c", cookie: "who=me", body: "why? 为什么" });
  expect(follower.text("wye")).toBe("One");
  expect(follower.endedAtMs).not.toBeNull();
});

test("a stream that breaks off has no text, and ends all the same", async () => {
  const url = await serve((_, response) => {
    response.write(STREAM);
    setImmediate(() => response.destroy());
  });
  const follower = new Follower();
  await follower.open(ask(url));
  await follower.ended;
  expect(() => follower.text("wye")).toThrow("cut");
});

test("where there is nothing to follow it does not open", async () => {
  const url = await serve((_, response) => response.writeHead(204).end());
  await expect(new Follower().open(ask(url))).rejects.toThrow("status 204");
});
