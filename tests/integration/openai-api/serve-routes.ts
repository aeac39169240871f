import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

type Handler = (request: Request, segment: { params: Promise<unknown> }) => Promise<Response>;

export interface Served {
  url: string;
  close(): Promise<void>;
}

/** Serves route handlers over HTTP as Next does: a client that leaves aborts the request and cancels its answer. */
export async function serveRoutes(routes: Readonly<Record<string, Handler>>): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    answer(routes, incoming, outgoing).catch((error: unknown) => {
      console.error("a route threw", error);
      outgoing.destroy();
    });
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(
  routes: Readonly<Record<string, Handler>>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const path = `${incoming.method} ${url.pathname}`;
  const name = Object.keys(routes).find(
    (key) => path === key || (key.endsWith("/*") && path.startsWith(key.slice(0, -1))),
  );
  const handler = name === undefined ? undefined : routes[name];
  if (!handler || name === undefined) {
    outgoing.writeHead(404).end();
    return;
  }
  const left = new AbortController();
  outgoing.once("close", () => left.abort());
  const headers = new Headers();
  for (const [key, value] of Object.entries(incoming.headers)) headers.set(key, String(value));
  const request = new Request(url, {
    ...{ method: incoming.method ?? "GET", headers, signal: left.signal },
    ...(incoming.method === "POST" && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  });
  const rest = url.pathname.slice(name.length - name.indexOf("/") - 1).split("/");
  const response = await handler(request, { params: Promise.resolve({ id: rest }) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  outgoing.once("close", () => void reader?.cancel().catch(() => undefined));
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    outgoing.write(part.value);
  outgoing.end();
}
