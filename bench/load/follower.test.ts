import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Follower } from "./follower";

let server: Server | null = null;
afterEach(() => void server?.close());

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("reads to the end, and tells of each piece as it comes", async () => {
  const url = await serve((_, response) =>
    response.end('data: {"type":"text-delta","delta":"One"}\n\ndata: [DONE]\n\n'),
  );
  const heard: Buffer[] = [];
  const follower = new Follower((chunk) => heard.push(chunk));
  await follower.open(url, {});
  await follower.ended;
  expect(follower.text("wye")).toBe("One");
  expect(Buffer.concat(heard).toString()).toContain("[DONE]");
});

test("a stream that breaks off has no text, and ends all the same", async () => {
  const url = await serve((_, response) => {
    response.write('data: {"type":"text-delta","delta":"One"}\n\ndata: [DONE]\n\n');
    setImmediate(() => response.destroy());
  });
  const follower = new Follower();
  await follower.open(url, {});
  await follower.ended;
  expect(() => follower.text("wye")).toThrow("cut");
});

test("where there is nothing to follow it does not open", async () => {
  const url = await serve((_, response) => response.writeHead(204).end());
  await expect(new Follower().open(url, {})).rejects.toThrow("status 204");
});
