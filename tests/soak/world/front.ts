import { once } from "node:events";
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { Link } from "./link";

export const BROWSER_HEADER = "x-soak-browser";

/** One request as it went through. */
export interface Exchange {
  browser: string;
  method: string;
  path: string;
  body: string;
  /** Which replica answered; null before it did, and when none could. */
  replica: number | null;
  status: number | null;
  /** In which order requests came, and answers began, at the front. */
  cameAt: number;
  answeredAt: number | null;
  /** Of small answers that a test reads: to a Stop. */
  answer: string;
}

/** The one address that browsers know: requests take turns on the replicas, and skip one that is down. What a browser
 *  suffers on the way is in its link. */
export class Front {
  readonly exchanges: Exchange[] = [];
  readonly #server: Server;
  readonly #links = new Map<string, Link>();
  readonly #replicas: (number | null)[];
  #turn = 0;
  #moment = 0;

  private constructor(server: Server, replicas: number) {
    this.#server = server;
    this.#replicas = Array.from({ length: replicas }, () => null);
  }

  static async open(replicas: number): Promise<Front> {
    const server = createServer();
    const front = new Front(server, replicas);
    server.on("request", (request, response) => void front.#serve(request, response));
    server.listen(0, "localhost");
    await once(server, "listening");
    return front;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where a replica listens; null: it is down. */
  setReplica(index: number, port: number | null): void {
    this.#replicas[index] = port;
  }

  link(browser: string): Link {
    const known = this.#links.get(browser) ?? new Link();
    this.#links.set(browser, known);
    return known;
  }

  /** Forgets a browser that is gone. */
  forget(browser: string): void {
    this.#links.delete(browser);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const browser = String(request.headers[BROWSER_HEADER] ?? "");
    const link = this.link(browser);
    if (link.isCut) return void request.socket.destroy();
    link.sockets.add(request.socket);
    response.once("close", () => link.sockets.delete(request.socket));
    const { method = "GET", url: path = "/" } = request;
    try {
      const body = await buffer(request);
      const exchange: Exchange = {
        browser,
        method,
        path,
        body: "",
        replica: null,
        status: null,
        cameAt: this.#moment++,
        answeredAt: null,
        answer: "",
      };
      if (method === "POST" && path === "/api/chat") exchange.body = body.toString();
      if (method === "POST" && path.startsWith("/api/chat")) this.exchanges.push(exchange);
      await this.#pass(request, body, response, link, exchange);
    } catch {
      // The browser went away, or the replica in the middle of an answer: either way the other side must see it.
      response.destroy();
    }
  }

  async #pass(
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    link: Link,
    exchange: Exchange,
  ): Promise<void> {
    const deaf = link.deaf;
    const answer = await this.#askInTurn(request, body, response, link, exchange);
    if (answer === null) return void response.writeHead(502).end();
    exchange.status = answer.statusCode ?? null;
    exchange.answeredAt = this.#moment++;
    if (exchange.method === "POST" && link.loses?.test(exchange.path)) {
      link.loses = null;
      answer.destroy();
      throw new Error("the response is lost");
    }
    await link.pass(deaf);
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.flushHeaders();
    const isSmall = exchange.path.endsWith("/stop");
    for await (const part of answer as AsyncIterable<Buffer>) {
      if (isSmall) exchange.answer += part.toString();
      await link.pass(deaf);
      if (response.destroyed) return;
      if (!response.write(part)) await Promise.race([once(response, "drain"), once(response, "close")]);
    }
    response.end();
  }

  /** @returns null when no replica is there */
  async #askInTurn(
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    link: Link,
    exchange: Exchange,
  ): Promise<IncomingMessage | null> {
    const pinned = link.pin?.path.test(exchange.path) ? link.pin.replica : null;
    const first = pinned ?? this.#turn++ % this.#replicas.length;
    for (let tried = 0; tried < this.#replicas.length; tried++) {
      const replica = (first + tried) % this.#replicas.length;
      const port = this.#replicas[replica];
      if (port === null || port === undefined) continue;
      exchange.replica = replica;
      try {
        return await askReplica(port, request, body, response);
      } catch (error) {
        // It has not taken the request; what dies with a request in hand is for the browser to see.
        if (!isRefused(error)) throw error;
      }
    }
    exchange.replica = null;
    return null;
  }
}

function askReplica(
  port: number,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { [BROWSER_HEADER]: _, connection: __, ...kept } = headers;
    const asked = ask({ host: "127.0.0.1", port, method, path: url, headers: kept, agent: false });
    response.once("close", () => asked.destroy());
    asked.once("response", resolve);
    asked.once("error", reject);
    asked.end(body);
  });
}

const isRefused = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
