import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The network of one browser: every request of a context that is opened with `proxy` goes through it. */
export interface Network {
  proxy: { server: string };
  /** What was asked so far: `GET /api/chats`. */
  asked: string[];
  /** Breaks every answer that is on its way. */
  cut(): void;
  /** On the connections that are open now nothing comes any more, and they do not break: what sleep leaves. */
  freeze(): void;
  /** Nothing gets through until `restore`; what is on its way breaks. */
  fail(): void;
  restore(): void;
  /** The next answers to such a request are lost, and no others; the server has the request. */
  loseAnswers(method: string, path: string, count: number): void;
  close(): Promise<void>;
}

/** A real proxy in front of the server at `url`, on a port of its own. */
export async function startNetwork(url: string): Promise<Network> {
  const { hostname, port } = new URL(url);
  const asked: string[] = [];
  const open = new Set<ServerResponse>();
  const frozen = new Set<ServerResponse>();
  let failed = false;
  let toLose: string[] = [];

  function isLost(what: string): boolean {
    const at = toLose.indexOf(what);
    if (at !== -1) toLose.splice(at, 1);
    return at !== -1;
  }

  function pass(answer: IncomingMessage, response: ServerResponse): void {
    if (frozen.has(response)) return void answer.resume();
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    response.flushHeaders();
    answer.on("data", (bytes) => frozen.has(response) || response.write(bytes));
    answer.on("end", () => frozen.has(response) || response.end());
    answer.on("error", () => frozen.has(response) || response.destroy());
  }

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "", url);
    const { method = "GET", headers } = request;
    if (failed) return void request.socket.destroy();
    asked.push(`${method} ${pathname}${search}`);
    open.add(response);
    const onward = forward({ hostname, port, method, headers, path: pathname + search }, (answer) => {
      if (isLost(`${method} ${pathname}`)) response.destroy();
      else pass(answer, response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => {
      open.delete(response);
      frozen.delete(response);
      onward.destroy();
    });
    request.pipe(onward);
  });
  server.listen(0, "localhost");
  await once(server, "listening");

  const cut = () => {
    for (const response of open) response.destroy();
  };
  return {
    proxy: { server: `http://localhost:${(server.address() as AddressInfo).port}` },
    asked,
    cut,
    freeze: () => {
      for (const response of open) frozen.add(response);
    },
    fail: () => {
      failed = true;
      cut();
    },
    restore: () => {
      failed = false;
    },
    loseAnswers: (method, path, count) => {
      const what = `${method} ${path}`;
      toLose = [...toLose.filter((other) => other !== what), ...Array<string>(count).fill(what)];
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
